using System.Collections.Immutable;
using NodaTime;

namespace RandomInspection.Disclosure;

/// <summary>公示义务：something that must be published by a day, until it is.</summary>
/// <remarks>A refused command changes nothing. Source: 沈政办发〔2020〕19号 三(八).</remarks>
public sealed partial class DisclosureObligation
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

    /// <summary>Where it stands.</summary>
    public ObligationStatus Status { get; private set; }

    /// <summary>How it was met; <see langword="null"/> while it is open. It stays when it is taken down.</summary>
    public DisclosureEvent.Published? Publication { get; private set; }

    /// <summary>The exemption that was proposed last; <see langword="null"/> if none was, or it was denied.</summary>
    public DisclosureEvent.ExemptionProposed? Exemption { get; private set; }

    /// <summary>How the last proposal was decided; <see langword="null"/> before.</summary>
    public DisclosureEvent.ExemptionDecided? ExemptionDecision { get; private set; }

    /// <summary>The corrections in order.</summary>
    public ImmutableArray<DisclosureEvent.Corrected> Corrections { get; private set; } = [];

    /// <summary>The order to take it down; <see langword="null"/> if there is none.</summary>
    public DisclosureEvent.WithdrawalOrdered? Withdrawal { get; private set; }

    /// <summary>That it was taken down; <see langword="null"/> before.</summary>
    public DisclosureEvent.Withdrawn? TakenDown { get; private set; }

    /// <summary>Until when it may wait for the end of a secret; <see langword="null"/> if that was not decided.</summary>
    public DisclosureEvent.Deferred? Deferral { get; private set; }

    /// <summary>The revision that stands in the channels: 0 before it is published, 1 with the publication.</summary>
    public int Revision => TakenDown?.Revision ?? (Corrections is [.., var last] ? last.Revision : Publication is null ? 0 : 1);

    /// <summary>The connected channels that hold it, as their receipts say.</summary>
    public IEnumerable<string> HeldBy => (Publication?.Receipts ?? []).Select(receipt => receipt.Channel);

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
    /// <param name="channels">The channels by id; <see langword="null"/> where it was only said in words.</param>
    /// <param name="receipts">What the connected ones of them gave; <see langword="null"/> where none is connected.</param>
    /// <exception cref="TransitionRefusedException">An exemption is proposed or granted (RI2212).</exception>
    /// <exception cref="InputRefusedException">It was published before (RI2202), or the channel is not said (RI2203).</exception>
    public DisclosureEvent.Published Publish(
        string channel, string by, Instant at, ImmutableArray<string>? channels = null, ImmutableArray<ChannelReceipt>? receipts = null)
    {
        if (Publication is { } earlier)
        {
            throw DisclosureRefusals.AlreadyPublished.Refuse(("obligation", Origin.Obligation), ("by", earlier.By), ("at", earlier.At));
        }

        RequirePublishable();
        return string.IsNullOrWhiteSpace(channel)
            ? throw DisclosureRefusals.ChannelMissing.Refuse()
            : Raise(new DisclosureEvent.Published(channel.Trim(), by, at, channels, receipts));
    }

    /// <summary>The list of the ad-hoc task was drawn; <see langword="null"/> if the duty is met or the list was drawn before.</summary>
    /// <param name="day">The day of the draw.</param>
    /// <param name="due">The deadline with it.</param>
    public DisclosureEvent.ListDrawn? DrawList(LocalDate day, DueDate due)
    {
        ArgumentNullException.ThrowIfNull(due);
        return Status is not (ObligationStatus.Open or ObligationStatus.ExemptionProposed) || ListDay is not null ? null : Raise(new DisclosureEvent.ListDrawn(day, due));
    }

    /// <summary>Takes over a deadline that a newer calendar gives; <see langword="null"/> if it says the same or the duty is met.</summary>
    /// <param name="due">The deadline by the newer calendar.</param>
    public DisclosureEvent.Recomputed? Recompute(DueDate due)
    {
        ArgumentNullException.ThrowIfNull(due);
        return Status is not (ObligationStatus.Open or ObligationStatus.ExemptionProposed) || due with { CalendarVersion = Due.CalendarVersion } == Due ? null : Raise(new DisclosureEvent.Recomputed(due));
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
                (Status, Publication) = (ObligationStatus.Published, published);
                break;
            case DisclosureEvent.ExemptionProposed proposed:
                (Status, Exemption, ExemptionDecision) = (ObligationStatus.ExemptionProposed, proposed, null);
                break;
            case DisclosureEvent.ExemptionDecided { Decision: Disclosure.ExemptionDecision.Granted } granted:
                (Status, ExemptionDecision) = (ObligationStatus.Exempt, granted);
                break;
            case DisclosureEvent.ExemptionDecided denied:
                (Status, Exemption, ExemptionDecision) = (ObligationStatus.Open, null, denied);
                break;
            case DisclosureEvent.Corrected corrected:
                Corrections = Corrections.Add(corrected);
                break;
            case DisclosureEvent.WithdrawalOrdered ordered:
                (Status, Withdrawal) = (ObligationStatus.WithdrawalOrdered, ordered);
                break;
            case DisclosureEvent.Withdrawn withdrawn:
                (Status, TakenDown) = (ObligationStatus.Withdrawn, withdrawn);
                break;
            case DisclosureEvent.Lapsed:
                Status = ObligationStatus.Lapsed;
                break;
            case DisclosureEvent.Deferred deferred:
                Deferral = deferred;
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(happened));
        }
    }
}
