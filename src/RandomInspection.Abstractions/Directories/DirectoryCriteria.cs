using System.Collections.Immutable;
using System.Text.Json.Serialization;
using NodaTime;

namespace RandomInspection.Directories;

/// <summary>Which subjects of a directory a task is about (专用名录的筛选条件). Data, because it is recorded in the draw.</summary>
/// <param name="Regions">Regions by label; empty for all.</param>
/// <param name="Trades">Trades; empty for all.</param>
/// <param name="CreditClasses">Credit classes; empty for all.</param>
/// <remarks>Subjects whose status is not active are never part of a frame. The arrays compare by reference. Source: 三(三).</remarks>
public sealed record DirectoryCriteria(ImmutableArray<string> Regions, ImmutableArray<string> Trades, ImmutableArray<string> CreditClasses)
{
    /// <summary>All subjects.</summary>
    public static DirectoryCriteria Everything { get; } = new([], [], []);

    /// <summary>Tags of which a subject has one at least; <see langword="null"/> for all subjects.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public ImmutableArray<string>? Tags { get; init; }

    /// <summary>Statuses; <see langword="null"/> for all. For lists: a frame has the active ones of them.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public ImmutableArray<SubjectStatus>? Statuses { get; init; }

    /// <summary>Only subjects of which no visit was concluded on this day or later; <see langword="null"/> for all.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public LocalDate? NotInspectedSince { get; init; }

    /// <summary>Kinds of carriers; empty for subjects themselves only; <see langword="null"/> for all. A frame for which nothing is said is of subjects.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public ImmutableArray<CarrierKind>? Carriers { get; init; }

    /// <summary>Only those of one general directory, carriers by the subject that answers for them; <see langword="null"/> for all.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public GeneralDirectory? General { get; init; }

    /// <summary>Whether they leave anybody out.</summary>
    [JsonIgnore]
    public bool IsEverything =>
        Regions.IsEmpty && Trades.IsEmpty && CreditClasses.IsEmpty && Tags is null && Statuses is null && NotInspectedSince is null
        && Carriers is null && General is null;

    /// <summary>These criteria as a frame takes them: of subjects where no kind of carrier is named.</summary>
    public DirectoryCriteria OfFrame() => this with { Carriers = Carriers ?? [] };

    /// <summary>Everything of the same kind of unit: that against which a frame counts who was left out.</summary>
    public DirectoryCriteria SameUnits() => Everything with { Carriers = Carriers };

    /// <summary>Whether other criteria say the same, whatever the order of their values.</summary>
    /// <param name="other">Other criteria.</param>
    public bool SaysTheSameAs(DirectoryCriteria other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return Same<string>(Regions, other.Regions) && Same<string>(Trades, other.Trades) && Same<string>(CreditClasses, other.CreditClasses)
            && Same(Tags, other.Tags) && Same(Statuses, other.Statuses) && Same(Carriers, other.Carriers)
            && (NotInspectedSince, General) == (other.NotInspectedSince, other.General);

        static bool Same<T>(ImmutableArray<T>? one, ImmutableArray<T>? two) =>
            one is null || two is null ? one is null && two is null : one.Value.ToHashSet().SetEquals(two.Value);
    }

    /// <summary>Whether a subject is among these.</summary>
    /// <param name="subject">A subject.</param>
    /// <param name="lastInspectedOn">The day on which its last visit was concluded; <see langword="null"/> if there was none. Asked only for <see cref="NotInspectedSince"/>.</param>
    public bool Match(Subject subject, LocalDate? lastInspectedOn)
    {
        ArgumentNullException.ThrowIfNull(subject);
        return (Regions.IsEmpty || Regions.Contains(subject.Region))
            && (Trades.IsEmpty || Trades.Contains(subject.Trade))
            && (CreditClasses.IsEmpty || CreditClasses.Contains(subject.CreditClass))
            && (Tags is not { } tags || subject.Tags.HasAny(tags))
            && (Statuses is not { } statuses || statuses.Contains(subject.Status))
            && (NotInspectedSince is not { } since || !(lastInspectedOn >= since))
            && (Carriers is not { } kinds || (subject.Carrier is { } carrier ? kinds.Contains(carrier.Kind) : kinds.IsEmpty))
            && (General is not { } general || GeneralDirectories.Of(subject.AnswersFor) == general);
    }
}
