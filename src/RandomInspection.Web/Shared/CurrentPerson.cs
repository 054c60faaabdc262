using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;
using NodaTime;
using RandomInspection.Web.Account;

namespace RandomInspection.Web.Shared;

/// <summary>Who is signed in on this request.</summary>
internal sealed class CurrentPerson(IHttpContextAccessor http, IOptions<RandomInspectionWebOptions> options, IClock clock)
{
    public Person? Person => http.HttpContext is { } context ? SessionCookie.PersonOf(context.User, context.RequestServices) : null;

    /// <summary>Whether they proved who they are so lately that they may draw.</summary>
    public bool HasProvedLately =>
        http.HttpContext is { } context && SessionCookie.ProvedAt(context.User) + options.Value.ProofHolds >= clock.GetCurrentInstant();

    public bool Has(Role role) => Person?.Roles.Contains(role) ?? false;

    public bool HasAny(IEnumerable<Role> roles) => Person is { } person && roles.Any(role => person.Roles.Contains(role));
}
