using System.Diagnostics.CodeAnalysis;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http;
using RandomInspection.Supervision;

namespace RandomInspection.Web.Shared;

/// <summary>A page: the reader's language, who is reading, and how a form is refused or leads on.</summary>
public abstract class PageBase : LocalisedComponent
{
    private readonly Dictionary<string, Refusal> _refusalsByField = new(StringComparer.Ordinal);

    [Inject]
    internal CurrentPerson Current { get; set; } = null!;

    [Inject]
    internal NavigationManager Navigation { get; set; } = null!;

    /// <summary>The request that this page answers.</summary>
    [CascadingParameter]
    protected HttpContext Http { get; set; } = null!;

    /// <summary>Who is signed in, or <see langword="null"/>.</summary>
    protected Person? Me => Current.Person;

    /// <summary>Why the form as a whole was refused, or <see langword="null"/>. <c>PostForm</c> shows it.</summary>
    protected Refusal? Refused { get; private set; }

    /// <summary>Whether anything was refused: the form, or one of its fields.</summary>
    [MemberNotNullWhen(true, nameof(Refused))]
    protected bool IsRefused => Refused is not null;

    /// <summary>Whether the person who is signed in has a role.</summary>
    /// <param name="role">The role.</param>
    protected bool Has(Role role) => Current.Has(role);

    /// <summary>Refuses what was sent: status 422, and the same page again with what was entered.</summary>
    /// <param name="refusal">Why.</param>
    /// <param name="field">The name of the field that caused it, for example <c>Input.Size</c>; <see langword="null"/> for the form as a whole.</param>
    protected void Refuse(Refusal refusal, string? field = null)
    {
        Http.Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        Refused ??= refusal;
        if (Attempts.Codes.Contains(refusal.Code))
        {
            Http.Features.Set(new AttemptMark(refusal.Code));
        }

        if (field is not null)
        {
            _refusalsByField.TryAdd(field, refusal);
        }
    }

    /// <summary>What to show at a field, or <see langword="null"/> if it was not refused.</summary>
    /// <param name="field">The field's name, for example <c>Input.Size</c>.</param>
    protected string? Problem(string field) =>
        _refusalsByField.TryGetValue(field, out Refusal? refusal) ? $"{refusal.Reason(Language)}{T("", " ")}{refusal.Remedy(Language)}" : null;

    /// <summary>Does what the form asks for; a refusal is shown on this page instead of failing.</summary>
    /// <param name="action">The command, ending in <see cref="GoTo"/>.</param>
    /// <param name="field">The field to show a refusal at, or <see langword="null"/>.</param>
    protected async Task Attempt(Func<Task> action, string? field = null)
    {
        ArgumentNullException.ThrowIfNull(action);
        try
        {
            await action();
        }
        catch (RefusalException refused)
        {
            Refuse(refused.Refusal, field);
            if (refused is StoreFailedException)
            {
                Http.Response.StatusCode = StatusCodes.Status503ServiceUnavailable; // the form was in order
            }
        }
    }

    /// <summary>Leads on after a form was accepted, so that reloading does not send it again.</summary>
    /// <param name="path">A path of this site, starting with one slash.</param>
    protected void GoTo(string path) => Navigation.NavigateTo(path);

    /// <summary>Answers that there is nothing here: status 404.</summary>
    protected void NothingHere() => Navigation.NotFound();

    /// <summary>Answers in the same way whether there is nothing or it is another department's; only then the attempt is kept.</summary>
    /// <param name="departmentId">Whose matter it is; <see langword="null"/> where there is none.</param>
    protected void NothingHereOf(string? departmentId)
    {
        if (departmentId is null || departmentId == Me?.DepartmentId)
        {
            NothingHere();
        }
        else
        {
            NotOurs();
        }
    }

    /// <summary>Answers in the same way for another department's matter, and has the attempt kept.</summary>
    protected void NotOurs()
    {
        Http.Features.Set(new AttemptMark(StepRefusals.OtherDepartment.Code));
        NothingHere();
    }
}
