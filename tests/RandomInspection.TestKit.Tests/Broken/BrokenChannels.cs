using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using RandomInspection.Disclosure;

namespace RandomInspection.Tests.Broken;

/// <summary>A channel in memory that is sound; each below does one thing otherwise.</summary>
internal class PlainChannel : IDisclosureChannel
{
    private readonly ConcurrentDictionary<string, ImmutableArray<ChannelReceipt>> _receipts = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, string> _contents = new(StringComparer.Ordinal);
    private readonly Lock _one = new();

    public DisclosureChannel Channel { get; } = new("plain", "测试渠道", "Plain");

    public virtual Task<ChannelReceipt> SendAsync(ChannelItem item, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        lock (_one)
        {
            return Task.FromResult(ChannelRules.Find(Channel.Id, item, Known(item.Key)) ?? Accept(item));
        }
    }

    public virtual Task<ChannelReceipt?> FindAsync(string key, CancellationToken cancellation) => Task.FromResult(Known(key).LastOrDefault());

    public virtual string? Read(string key) => _contents.GetValueOrDefault(NameOf(key));

    /// <summary>Under what a key is kept.</summary>
    protected virtual string NameOf(string key) => key;

    protected ImmutableArray<ChannelReceipt> Known(string key) => _receipts.GetValueOrDefault(NameOf(key), []);

    protected ChannelReceipt Accept(ChannelItem item)
    {
        ChannelReceipt receipt = Receipt(item);
        _receipts[NameOf(item.Key)] = [.. Known(item.Key), receipt];
        _contents[NameOf(item.Key)] = item.Content;
        return receipt;
    }

    protected virtual ChannelReceipt Receipt(ChannelItem item) => ChannelRules.Accept(Channel.Id, item);
}

/// <summary>Gives a new receipt for what it has already.</summary>
internal sealed class ReceiptsAnew : PlainChannel
{
    private int _sent;

    public override async Task<ChannelReceipt> SendAsync(ChannelItem item, CancellationToken cancellation) =>
        (await base.SendAsync(item, cancellation)) with { Id = string.Create(CultureInfo.InvariantCulture, $"{Interlocked.Increment(ref _sent)}") };
}

/// <summary>Replaces what stands under a revision, as a file that is written over.</summary>
internal sealed class WritesOver : PlainChannel
{
    public override Task<ChannelReceipt> SendAsync(ChannelItem item, CancellationToken cancellation)
    {
        ChannelReceipt? known = Known(item.Key).ElementAtOrDefault(item.Revision - 1);
        return known is not null && known.Digest != item.Digest ? Task.FromResult(Accept(item)) : base.SendAsync(item, cancellation);
    }
}

/// <summary>Takes corrections of what was withdrawn.</summary>
internal sealed class ForgetsWithdrawals : PlainChannel
{
    public override Task<ChannelReceipt> SendAsync(ChannelItem item, CancellationToken cancellation) =>
        Known(item.Key) is [.., { Step: ChannelStep.Withdrawn }] known && item.Revision > known.Length ? Task.FromResult(Accept(item)) : base.SendAsync(item, cancellation);
}

/// <summary>Looks and then accepts, with others in between: who looks first waits for another, half a second at most.</summary>
internal sealed class LooksThenAccepts : PlainChannel
{
    private int _looked;

    public override async Task<ChannelReceipt> SendAsync(ChannelItem item, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        ChannelReceipt? earlier = ChannelRules.Find(Channel.Id, item, Known(item.Key));
        Interlocked.Increment(ref _looked);
        for (int i = 0; i < 50 && Volatile.Read(ref _looked) < 2; i++)
        {
            await Task.Delay(10, cancellation);
        }

        return earlier ?? Accept(item);
    }
}

/// <summary>Composes what it received before it digests it.</summary>
internal sealed class ComposesContents : PlainChannel
{
    protected override ChannelReceipt Receipt(ChannelItem item) => base.Receipt(item with { Content = item.Content.Normalize(NormalizationForm.FormC) });
}

/// <summary>Keeps keys as a file system that knows no case.</summary>
internal sealed class FoldsKeys : PlainChannel
{
    protected override string NameOf(string key) => key.ToUpperInvariant();
}

/// <summary>Shows what was published after it was withdrawn.</summary>
internal sealed class LeavesWhatItWithdrew : PlainChannel
{
    private readonly ConcurrentDictionary<string, string> _published = new();

    public override Task<ChannelReceipt> SendAsync(ChannelItem item, CancellationToken cancellation)
    {
        if (item.Step != ChannelStep.Withdrawn)
        {
            _published[item.Key] = item.Content;
        }

        return base.SendAsync(item, cancellation);
    }

    public override string? Read(string key) => _published.GetValueOrDefault(key);
}
