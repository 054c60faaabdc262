using Microsoft.AspNetCore.Components;
using NodaTime;
using RandomInspection.Catalogue;
using RandomInspection.Disclosure;
using RandomInspection.Ledger;
using RandomInspection.Planning;
using RandomInspection.Web.Account;

namespace RandomInspection.Web.Shared;

/// <summary>A page on which somebody acts, or reads what others did.</summary>
public abstract class WorkPage : PageBase
{
    [Inject]
    internal ReaderViews Readable { get; set; } = null!;

    /// <summary>The rows to list, without what is secret from the reader.</summary>
    protected IViews Views => Readable;

    /// <summary>Departments and persons.</summary>
    [Inject]
    protected IStaff Staff { get; set; } = null!;

    [Inject]
    internal RequestCatalogue CatalogueSource { get; set; } = null!;

    /// <summary>The published items, as they are in force today.</summary>
    protected PublishedItems Catalogue { get; private set; } = null!;

    [Inject]
    internal RedactionPolicy Redaction { get; set; } = null!;

    [Inject]
    internal IClock Clock { get; set; } = null!;

    /// <summary>Cancelled when the reader goes away.</summary>
    protected CancellationToken Cancellation => Http.RequestAborted;

    /// <summary>Now.</summary>
    protected Instant Now => Clock.GetCurrentInstant();

    /// <summary>Who acts now. A command is never cancelled half-way because the reader closes the page.</summary>
    protected Acting Acting => new(
        Me is not { } me ? throw new InvalidOperationException("Nobody is signed in.") : me with { Superiors = Staff.SuperiorsOf(me.DepartmentId) }, Now);

    /// <inheritdoc />
    public override async Task SetParametersAsync(ParameterView parameters)
    {
        parameters.SetParameterProperties(this);
        Catalogue ??= await CatalogueSource.ReadAsync(Tongue.DayOf(Now), Cancellation);
        await base.SetParametersAsync(ParameterView.Empty);
    }

    /// <summary>A person's name by id; the id itself where the person is not known.</summary>
    /// <param name="personId">The person's id.</param>
    protected string PersonName(string personId) =>
        personId == Actor.System.PersonId ? T("系统", "The system")
        : Staff.FindPerson(personId) is { } person ? NameOf(person)
        : personId;

    /// <summary>A department's name by id; the id itself where it is not known.</summary>
    /// <param name="departmentId">The department's id.</param>
    protected string DepartmentName(string departmentId) => Staff.FindDepartment(departmentId)?.Name(Language) ?? departmentId;

    /// <summary>Does a step of a draw, if whoever is signed in has proved who they are lately; else leads them there first, and nothing is done.</summary>
    /// <param name="action">The command, ending in <see cref="PageBase.GoTo"/>.</param>
    protected Task AttemptToDraw(Func<Task> action)
    {
        if (Current.HasProvedLately)
        {
            return Attempt(action);
        }

        GoTo(ProveAgain.Path(PageLinks.PathAndQuery(Http)));
        return Task.CompletedTask;
    }

    /// <summary>A field as everybody may read it: what the redaction policy does not name is withheld.</summary>
    /// <param name="field">The policy's name of the field, for example <c>subject.name</c>.</param>
    /// <param name="value">The value.</param>
    protected string Published(string field, string value) => Redaction.Apply(field, value) ?? T("（不公开）", "(withheld)");

    /// <summary>Reads what the page is about; an unknown id is answered with 404.</summary>
    /// <typeparam name="T">What is read.</typeparam>
    /// <param name="read">Reads it.</param>
    protected async Task<T?> FindAsync<T>(Func<Task<T>> read)
        where T : class
    {
        ArgumentNullException.ThrowIfNull(read);
        try
        {
            return await read();
        }
        catch (InputRefusedException refused) when (refused.Refusal.Code is "RI2009" or "RI2010" or "RI2011" or "RI2314")
        {
            NothingHere();
            return null;
        }
    }
}
