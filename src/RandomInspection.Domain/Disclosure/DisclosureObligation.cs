using NodaTime;

namespace RandomInspection.Disclosure;

/// <summary>公示义务：something that must be published by a day, until it is.</summary>
/// <remarks>A refused command changes nothing. Source: 沈政办发〔2020〕19号 三(八).</remarks>
public sealed class DisclosureObligation
{
    private DisclosureObligation(DisclosureEvent.Raised raised)
    {
        Origin = raised;
        Due = raised.Due;
    }

    /// <summary>How it arose.</summary>
    public DisclosureEvent.Raised Origin { get; }

    /// <summary>When it is due, as known now.</summary>
    public DueDate Due { get; private set; }

    /// <summary>For an ad-hoc task, the day on which its list was drawn; <see langword="null"/> before, and for all others.</summary>
    public LocalDate? ListDay { get; private set; }

    /// <summary>How it was met; <see langword="null"/> while it is open.</summary>
    public DisclosureEvent.Published? Publication { get; private set; }

    /// <summary>The obligation that events tell of.</summary>
    /// <param name="events">All its events in order, <see cref="DisclosureEvent.Raised"/> first.</param>
    public static DisclosureObligation Replay(IReadOnlyList<DisclosureEvent> events)
    {
        ArgumentNullException.ThrowIfNull(events);
        DisclosureObligation obligation = new((DisclosureEvent.Raised)events[0]);
        foreach (DisclosureEvent later in events.Skip(1))
        {
            obligation.Apply(later);
        }

        return obligation;
    }

    /// <summary>Meets the duty.</summary>
    /// <param name="channel">Where it was published.</param>
    /// <param name="by">Who published it.</param>
    /// <param name="at">Now.</param>
    /// <exception cref="InputRefusedException">It was published before (RI2202), or the channel is not said (RI2203).</exception>
    public DisclosureEvent.Published Publish(string channel, string by, Instant at)
    {
        if (Publication is { } earlier)
        {
            throw DisclosureRefusals.AlreadyPublished.Refuse(("obligation", Origin.Obligation), ("by", earlier.By), ("at", earlier.At));
        }

        return string.IsNullOrWhiteSpace(channel)
            ? throw DisclosureRefusals.ChannelMissing.Refuse()
            : Raise(new DisclosureEvent.Published(channel.Trim(), by, at));
    }

    /// <summary>The list of the ad-hoc task was drawn; <see langword="null"/> if the duty is met or the list was drawn before.</summary>
    /// <param name="day">The day of the draw.</param>
    /// <param name="due">The deadline with it.</param>
    public DisclosureEvent.ListDrawn? DrawList(LocalDate day, DueDate due)
    {
        ArgumentNullException.ThrowIfNull(due);
        return Publication is not null || ListDay is not null ? null : Raise(new DisclosureEvent.ListDrawn(day, due));
    }

    /// <summary>Takes over a deadline that a newer calendar gives; <see langword="null"/> if it says the same or the duty is met.</summary>
    /// <param name="due">The deadline by the newer calendar.</param>
    public DisclosureEvent.Recomputed? Recompute(DueDate due)
    {
        ArgumentNullException.ThrowIfNull(due);
        return Publication is not null || due with { CalendarVersion = Due.CalendarVersion } == Due ? null : Raise(new DisclosureEvent.Recomputed(due));
    }

    private T Raise<T>(T happened)
        where T : DisclosureEvent
    {
        Apply(happened);
        return happened;
    }

    private void Apply(DisclosureEvent happened)
    {
        switch (happened)
        {
            case DisclosureEvent.ListDrawn drawn:
                (ListDay, Due) = (drawn.Day, drawn.Due);
                break;
            case DisclosureEvent.Recomputed recomputed:
                Due = recomputed.Due;
                break;
            case DisclosureEvent.Published published:
                Publication = published;
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(happened));
        }
    }
}
