using System.Collections.Immutable;

namespace RandomInspection.Disclosure;

/// <summary>What every channel holds to: the same item gives the same receipt, revisions come in order, what was withdrawn stays withdrawn.</summary>
public static class ChannelRules
{
    /// <summary>The receipt of an item that was accepted before; <see langword="null"/> if it is new and may be accepted.</summary>
    /// <param name="channel">The channel's id.</param>
    /// <param name="item">The item.</param>
    /// <param name="known">The receipts under its key, by revision.</param>
    /// <exception cref="InputRefusedException">As <see cref="IDisclosureChannel.SendAsync"/>.</exception>
    public static ChannelReceipt? Find(string channel, ChannelItem item, ImmutableArray<ChannelReceipt> known)
    {
        ArgumentNullException.ThrowIfNull(item);
        ArgumentOutOfRangeException.ThrowIfLessThan(item.Revision, 1, nameof(item));
        if (item.Revision <= known.Length)
        {
            ChannelReceipt earlier = known[item.Revision - 1];
            return (earlier.Step, earlier.Digest) == (item.Step, item.Digest)
                ? earlier
                : throw ChannelRefusals.OtherContent.Refuse(("channel", channel), ("key", item.Key), ("revision", item.Revision));
        }

        return known is [.., { Step: ChannelStep.Withdrawn }] ? throw ChannelRefusals.WithdrawnAlready.Refuse(("channel", channel), ("key", item.Key))
            : known.IsEmpty && item.Step != ChannelStep.Published ? throw ChannelRefusals.NothingPublished.Refuse(("channel", channel), ("key", item.Key))
            : item.Revision != known.Length + 1 || (item.Step == ChannelStep.Published && !known.IsEmpty)
                ? throw ChannelRefusals.NotNextRevision.Refuse(("channel", channel), ("key", item.Key), ("revision", item.Revision), ("next", known.Length + 1))
            : null;
    }

    /// <summary>The receipt of an item, named after key and revision.</summary>
    /// <param name="channel">The channel's id.</param>
    /// <param name="item">The item.</param>
    public static ChannelReceipt Accept(string channel, ChannelItem item)
    {
        ArgumentNullException.ThrowIfNull(item);
        return new ChannelReceipt(channel, item.Key, item.Revision, item.Step, $"{channel}:{item.Key}:{item.Revision}", item.At, item.Digest);
    }
}
