namespace RandomInspection.Disclosure;

/// <summary>A channel cannot be reached or does not answer (RI2224): whether it accepted the item is not known; sending it again is safe.</summary>
public sealed class ChannelFailedException : RefusalException
{
    /// <summary>Reports a failure.</summary>
    /// <param name="channel">The channel.</param>
    /// <param name="key">The item's key.</param>
    /// <param name="cause">The failure, for whoever operates the host.</param>
    public ChannelFailedException(DisclosureChannel channel, string key, Exception? cause = null)
        : base(Refused(channel, key), cause)
    {
        Channel = channel;
        Key = key;
    }

    /// <summary>The channel.</summary>
    public DisclosureChannel Channel { get; }

    /// <summary>The item's key.</summary>
    public string Key { get; }

    private static Refusal Refused(DisclosureChannel channel, string key)
    {
        ArgumentNullException.ThrowIfNull(channel);
        return ChannelRefusals.NoAnswer.With(("key", key), ("channelZh", channel.ChineseName), ("channelEn", channel.EnglishName));
    }
}
