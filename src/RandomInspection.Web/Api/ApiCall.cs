using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using NodaTime;
using NodaTime.Text;
using RandomInspection.Ledger;
using RandomInspection.Planning;
using RandomInspection.Web.Shared;

namespace RandomInspection.Web.Api;

/// <summary>The request that an endpoint answers: who asks, what is readable, in which language.</summary>
internal sealed class ApiCall(IHttpContextAccessor accessor, CurrentPerson current, ReaderViews readable, ILedger ledger, IStaff staff, IClock clock)
{
    public HttpContext Http => accessor.HttpContext!;

    /// <summary>Who asks; <see langword="null"/> for the public.</summary>
    public Person? Reader => current.Person;

    /// <summary>Who asks, where somebody must.</summary>
    /// <exception cref="InputRefusedException">Nobody is signed in (RI9055).</exception>
    public Person Person => Reader ?? throw ApiRefusals.SignInFirst.Refuse();

    /// <summary>Whether they proved who they are so lately that they may draw.</summary>
    public bool HasProvedLately => current.HasProvedLately;

    public Instant Now => clock.GetCurrentInstant();

    /// <summary>Who acts now.</summary>
    public Acting Acting => new(Person with { Superiors = staff.SuperiorsOf(Person.DepartmentId) }, Now);

    /// <summary>The rows, without what is secret from the reader.</summary>
    public IViews Views => readable;

    public Language Language => ApiLanguage.Of(Http);

    public CancellationToken Cancellation => Http.RequestAborted;

    public bool Has(params ReadOnlySpan<Role> roles)
    {
        foreach (Role role in roles)
        {
            if (current.Has(role))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>A strong entity tag of a stream's version.</summary>
    public static string Tag(int version) => string.Create(CultureInfo.InvariantCulture, $"\"{version}\"");

    /// <summary>Nothing is here, or not for the reader: both are answered alike.</summary>
    public static InputRefusedException NothingHere() => ApiRefusals.NothingHere.Refuse();

    /// <summary>The same for another department's matter; the attempt is kept.</summary>
    public InputRefusedException NotOurs()
    {
        Http.Features.Set(new AttemptMark(StepRefusals.OtherDepartment.Code));
        return NothingHere();
    }

    /// <summary>What was asked for, or 404.</summary>
    public static T Found<T>(T? found)
        where T : class => found ?? throw NothingHere();

    /// <summary>A resource with its stream's version as its tag; 304 where the reader has that version.</summary>
    /// <remarks>The version is read first: what changes meanwhile has a newer tag at the next reading, never an older content under a newer tag.</remarks>
    public async Task<IResult> WithTagAsync<T>(string stream, Func<Task<T>> read)
    {
        string tag = Tag(await ledger.VersionAsync(stream, Cancellation));
        T resource = await read();
        Http.Response.Headers.ETag = tag;
        Http.Response.Headers.CacheControl = "private, no-cache";
        return Http.Request.Headers.IfNoneMatch.Any(asked => asked?.Split(',').Any(one => one.Trim() == tag) == true)
            ? TypedResults.StatusCode(StatusCodes.Status304NotModified)
            : TypedResults.Ok(resource);
    }

    /// <summary>Refuses text that names what is secret from the reader as if it were not there.</summary>
    public async Task RequireOpenAsync(string text)
    {
        string asked = text.ToUpperInvariant();
        if (SecretNumbers.Has(asked) && (await readable.HiddenAsync(Cancellation)).Any(number => asked.Contains(number, StringComparison.OrdinalIgnoreCase)))
        {
            throw NothingHere();
        }
    }

    /// <summary>A value of a path or a query by its name, in camel case as in bodies; a number is no name.</summary>
    /// <exception cref="InputRefusedException">It is none (RI9054).</exception>
    public static T? Named<T>(string name, string? text)
        where T : struct, Enum => string.IsNullOrEmpty(text) ? null
        : Enum.GetNames<T>().FirstOrDefault(one => JsonNamingPolicy.CamelCase.ConvertName(one) == text) is { } known ? Enum.Parse<T>(known)
        : throw ApiRefusals.Malformed.Refuse(("where", name));

    /// <summary>A day in ISO form.</summary>
    /// <exception cref="InputRefusedException">It is none (RI9054).</exception>
    public static LocalDate? Day(string name, string? text) => string.IsNullOrEmpty(text) ? null
        : LocalDatePattern.Iso.Parse(text) is { Success: true } day && day.Value.Year is >= 1949 and <= 2199 ? day.Value
        : throw ApiRefusals.Malformed.Refuse(("where", name));
}
