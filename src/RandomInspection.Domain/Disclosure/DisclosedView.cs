using System.Globalization;
using NodaTime;
using RandomInspection.Calendars;
using RandomInspection.Ledger;

namespace RandomInspection.Disclosure;

/// <summary>A row for each publication, numbered from 1 without gaps in the order in which it might be known.</summary>
public sealed record DisclosedView : IView
{
    /// <summary>The number in decimal.</summary>
    public required string Key { get; init; }

    /// <summary>Its place in the publication stream, from 1.</summary>
    public required long Number { get; init; }

    /// <summary>The duty that was met.</summary>
    public required string Obligation { get; init; }

    /// <summary>What raised it.</summary>
    public required DisclosureOccasion Occasion { get; init; }

    /// <summary>What is published: a plan's, a draw's or a visit's id.</summary>
    public required string About { get; init; }

    /// <summary>What it is called.</summary>
    public required string Title { get; init; }

    /// <summary>Who published it.</summary>
    public required string DepartmentId { get; init; }

    /// <summary>Where.</summary>
    public required string Channel { get; init; }

    /// <summary>When it was published.</summary>
    public required Instant PublishedAt { get; init; }

    /// <summary>The row of a publication.</summary>
    /// <param name="number">Its place in the stream, from 1.</param>
    /// <param name="disclosed">The event.</param>
    public static DisclosedView Of(long number, Disclosed disclosed)
    {
        ArgumentNullException.ThrowIfNull(disclosed);
        return new DisclosedView
        {
            Key = number.ToString(CultureInfo.InvariantCulture),
            Number = number,
            Obligation = disclosed.Obligation,
            Occasion = disclosed.Occasion,
            About = disclosed.About,
            Title = disclosed.Title,
            DepartmentId = disclosed.DepartmentId,
            Channel = disclosed.Channel,
            PublishedAt = disclosed.PublishedAt,
        };
    }
}

/// <summary>What was published after a number, in order.</summary>
/// <param name="Number">The cursor: the last number that was read, 0 for the beginning.</param>
public sealed record DisclosedAfter(long Number) : Specification<DisclosedView>(d => d.Number > Number, d => d.Number);

/// <summary>Publications, the newest first.</summary>
public sealed record NewestDisclosed : Specification<DisclosedView>
{
    /// <summary>All of them.</summary>
    public NewestDisclosed()
        : base(d => true, d => d.Number) => Descending = true;
}

/// <summary>The publications of these duties.</summary>
/// <param name="Obligations">The duties.</param>
public sealed record DisclosedAmong(IReadOnlyCollection<string> Obligations) : Specification<DisclosedView>(d => Obligations.Contains(d.Obligation), d => d.Number);
