namespace RandomInspection.Disclosure;

/// <summary>公示渠道的端口：takes what is published, corrected or withdrawn, and gives a receipt for it.</summary>
/// <remarks>
/// What was accepted stays accepted: the same item again gives the receipt that it gave first, so that whoever does not know what became of
/// an item sends it again. Safe for several callers at once: of two different items of one key and revision one is accepted.
/// </remarks>
public interface IDisclosureChannel
{
    /// <summary>What it is.</summary>
    DisclosureChannel Channel { get; }

    /// <summary>Hands over an item.</summary>
    /// <param name="item">What is published, corrected or withdrawn.</param>
    /// <param name="cancellation">Cancels before the item is accepted; afterwards it stays accepted.</param>
    /// <returns>The receipt: of this item, and with its digest.</returns>
    /// <exception cref="InputRefusedException">
    /// The channel has something else under that key and revision (RI2220), the revision is not the next (RI2221), the publication was
    /// withdrawn (RI2222), or nothing was published under that key that could be corrected or withdrawn (RI2223). Nothing was accepted.
    /// </exception>
    /// <exception cref="ChannelFailedException">The channel cannot be reached or does not answer (RI2224); the item may have been accepted.</exception>
    Task<ChannelReceipt> SendAsync(ChannelItem item, CancellationToken cancellation);

    /// <summary>The receipt of the last item that was accepted under a key; <see langword="null"/> if there is none.</summary>
    /// <param name="key">The key.</param>
    /// <param name="cancellation">Cancels the asking.</param>
    /// <exception cref="ChannelFailedException">The channel cannot be reached or does not answer (RI2224).</exception>
    Task<ChannelReceipt?> FindAsync(string key, CancellationToken cancellation);
}
