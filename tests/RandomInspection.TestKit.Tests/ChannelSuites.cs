using Microsoft.Extensions.DependencyInjection;
using RandomInspection.Disclosure;
using RandomInspection.EntityFrameworkCore;
using RandomInspection.Ledger;
using RandomInspection.TestKit;
using RandomInspection.TestKit.Xunit;

namespace RandomInspection.Tests;

/// <summary>The host's own portal, over a store; a restart is another host over the same one.</summary>
internal static class LedgerChannels
{
    public static ChannelUnderTest Of(ILedger ledger, IEvidenceStore evidence, Func<ValueTask>? dispose = null)
    {
        LedgerChannel channel = New(ledger, evidence);
        return new ChannelUnderTest(channel, dispose)
        {
            Read = async (key, cancellation) => await channel.ReadAsync(key, cancellation),
            Reopen = _ => ValueTask.FromResult(Of(ledger, evidence)),
        };
    }

    private static LedgerChannel New(ILedger ledger, IEvidenceStore evidence) => new(DisclosureChannels.Portal, ledger, evidence, DomainEvents.Codec);
}

[Proves(typeof(LedgerChannel))]
public sealed class LedgerChannelInMemorySuite : DisclosureChannelSuite
{
    protected override ValueTask<ChannelUnderTest> OpenAsync(CancellationToken cancellation)
    {
        Storage.InMemoryStore store = new();
        return ValueTask.FromResult(LedgerChannels.Of(store.Ledger, store.Evidence));
    }
}

[Proves(typeof(LedgerChannel))]
public sealed class LedgerChannelOnSqliteSuite : DisclosureChannelSuite
{
    protected override async ValueTask<ChannelUnderTest> OpenAsync(CancellationToken cancellation)
    {
        string folder = Directory.CreateTempSubdirectory("ri-channel-").FullName;
        ServiceCollection services = new();
        services.AddRandomInspection().UseSqlite($"Data Source={Path.Combine(folder, "inspection.db")};Pooling=False");
        ServiceProvider provider = services.BuildServiceProvider();
        await provider.MigrateAsync(cancellation);
        return LedgerChannels.Of(provider.GetRequiredService<ILedger>(), provider.GetRequiredService<IEvidenceStore>(), async () =>
        {
            await provider.DisposeAsync();
            Directory.Delete(folder, recursive: true);
        });
    }
}
