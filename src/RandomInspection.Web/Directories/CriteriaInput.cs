using System.Collections.Immutable;
using NodaTime.Text;
using RandomInspection.Directories;

namespace RandomInspection.Web.Directories;

/// <summary>Criteria as a form sends them, as text, so that whatever was entered can be shown again.</summary>
public sealed class CriteriaInput
{
    /// <summary>Regions by label; none for all.</summary>
    public string[]? Regions { get; set; }

    /// <summary>Trades; none for all.</summary>
    public string[]? Trades { get; set; }

    /// <summary>Credit classes; none for all.</summary>
    public string[]? CreditClasses { get; set; }

    /// <summary>Tags; none for all.</summary>
    public string[]? Tags { get; set; }

    /// <summary>Kinds of carriers; none for subjects.</summary>
    public string[]? Carriers { get; set; }

    /// <summary>A general directory, or empty for both.</summary>
    public string? General { get; set; }

    /// <summary>A day, or empty.</summary>
    public string? NotInspectedSince { get; set; }

    /// <summary>The form as it would be sent for criteria.</summary>
    /// <param name="criteria">The criteria.</param>
    public static CriteriaInput Of(DirectoryCriteria criteria)
    {
        ArgumentNullException.ThrowIfNull(criteria);
        return new CriteriaInput
        {
            Regions = [.. criteria.Regions],
            Trades = [.. criteria.Trades],
            CreditClasses = [.. criteria.CreditClasses],
            Tags = [.. criteria.Tags ?? []],
            Carriers = [.. (criteria.Carriers ?? []).Select(kind => kind.ToString())],
            General = criteria.General?.ToString(),
            NotInspectedSince = criteria.NotInspectedSince is { } since ? LocalDatePattern.Iso.Format(since) : null,
        };
    }

    /// <summary>The criteria.</summary>
    /// <exception cref="InputRefusedException">The day is none (RI5120).</exception>
    public DirectoryCriteria Criteria() => new([.. Regions ?? []], [.. Trades ?? []], [.. CreditClasses ?? []])
    {
        Tags = Tags is { Length: > 0 } tags ? [.. tags] : null,
        Carriers = Kinds(Carriers),
        General = GeneralOf(General),
        NotInspectedSince = string.IsNullOrWhiteSpace(NotInspectedSince) ? null
            : LocalDatePattern.Iso.Parse(NotInspectedSince.Trim()) is { Success: true } day ? day.Value
            : throw SubjectRefusals.DateMalformed.Refuse(("value", ShownText.Of(NotInspectedSince))),
    };

    /// <summary>The kinds of carriers that were chosen; <see langword="null"/> for none.</summary>
    internal static ImmutableArray<CarrierKind>? Kinds(string[]? chosen)
    {
        ImmutableArray<CarrierKind> kinds = [.. (chosen ?? []).Select(text => Enum.TryParse(text, out CarrierKind kind) && Enum.IsDefined(kind) ? kind : (CarrierKind?)null).OfType<CarrierKind>()];
        return kinds.IsEmpty ? null : kinds;
    }

    /// <summary>The general directory that was chosen; <see langword="null"/> for both.</summary>
    internal static GeneralDirectory? GeneralOf(string? chosen) => Enum.TryParse(chosen, out GeneralDirectory general) && Enum.IsDefined(general) ? general : null;
}
