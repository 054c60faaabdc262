namespace RandomInspection.Calendars;

/// <summary>One clause on when something must be published: data of a regulation profile.</summary>
public sealed record DisclosureRule
{
    /// <summary>States a rule.</summary>
    /// <param name="id">Its stable id, for example <c>shenyang-2020/list</c>.</param>
    /// <param name="occasion">What raises the duty.</param>
    /// <param name="period">Until when, with its legal basis.</param>
    /// <param name="countsFrom">The event that the period counts from, if it is another: an ad-hoc task is published together with its list.</param>
    /// <exception cref="ArgumentException"><paramref name="id"/> is empty.</exception>
    public DisclosureRule(string id, DisclosureOccasion occasion, LegalPeriod period, DisclosureOccasion? countsFrom = null)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(id);
        ArgumentNullException.ThrowIfNull(period);
        Id = id;
        Occasion = occasion;
        Period = period;
        CountsFrom = countsFrom ?? occasion;
    }

    /// <summary>Its stable id, for example <c>shenyang-2020/list</c>.</summary>
    public string Id { get; }

    /// <summary>What raises the duty.</summary>
    public DisclosureOccasion Occasion { get; }

    /// <summary>Until when, with its legal basis.</summary>
    public LegalPeriod Period { get; }

    /// <summary>The event that the period counts from.</summary>
    public DisclosureOccasion CountsFrom { get; }

    /// <summary>Id and legal basis.</summary>
    public override string ToString() => $"{Id} ({Period.Basis})";
}
