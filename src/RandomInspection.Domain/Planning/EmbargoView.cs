using NodaTime;
using RandomInspection.Ledger;

namespace RandomInspection.Planning;

/// <summary>A row for the secret of each surprise inspection.</summary>
public sealed record EmbargoView : IView
{
    /// <summary>The plan.</summary>
    public required string Key { get; init; }

    /// <summary>Whose plan it is.</summary>
    public required string DepartmentId { get; init; }

    /// <summary>Since when.</summary>
    public required Instant BegunAt { get; init; }

    /// <summary>When it ended; <see langword="null"/> while it is secret.</summary>
    public required Instant? EndedAt { get; init; }

    /// <summary>Why it ended; <see langword="null"/> before.</summary>
    public required EmbargoEnd? Cause { get; init; }

    /// <summary>The number that stands in the id of everything that belongs to it.</summary>
    public string Number => SecretNumbers.Find(Key) ?? Key;

    /// <summary>The row that the events of a secret give.</summary>
    /// <param name="events">All of them in order.</param>
    public static EmbargoView Of(IReadOnlyList<EmbargoEvent> events)
    {
        ArgumentNullException.ThrowIfNull(events);
        EmbargoEvent.Begun begun = (EmbargoEvent.Begun)events[0];
        EmbargoEvent.Ended? ended = events.OfType<EmbargoEvent.Ended>().SingleOrDefault();
        return new EmbargoView { Key = begun.PlanId, DepartmentId = begun.DepartmentId, BegunAt = begun.At, EndedAt = ended?.At, Cause = ended?.Cause };
    }
}

/// <summary>The surprise inspections that are still secret.</summary>
public sealed record OpenEmbargoes() : Specification<EmbargoView>(embargo => embargo.EndedAt == null, embargo => embargo.Key);

/// <summary>The secrets that have ended, by plan.</summary>
public sealed record EndedEmbargoes() : Specification<EmbargoView>(embargo => embargo.EndedAt != null, embargo => embargo.Key);
