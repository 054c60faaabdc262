using System.Collections.Immutable;
using RandomInspection.Drawing;
using RandomInspection.Ledger;
using RandomInspection.Planning;

namespace RandomInspection.Tests;

/// <summary>From an import to a verified draw, over SQLite.</summary>
public abstract class WholeWayTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task DrawAsync_AllValuesIn_RecordVerifiesInEveryView()
    {
        await using TemporaryStore store = await TemporaryStore.CreateAsync();
        using Way way = new(store);
        string draw = await way.DrawnAsync();

        byte[] auditor = (await way.Draws.AuditorRecordAsync(draw, Cancellation))!;
        byte[] everybody = (await way.Draws.PublicRecordAsync(draw, Cancellation))!;
        DrawRecord record = RecordDocument.Read(auditor);
        RecordedTask task = Assert.Single(record.Tasks);
        byte[] frame = await way.Draws.FrameFileAsync(draw, task.Id, Cancellation);
        FrameKey key = await way.Draws.FrameKeyAsync(draw, task.Id, Cancellation);
        RecordVerifier verifier = new();

        AssertVerifies(verifier.Verify(auditor, new Dictionary<string, byte[]> { [task.Id] = frame }, new Dictionary<string, FrameKey> { [task.Id] = key }));
        AssertVerifies(verifier.Verify(everybody, ImmutableDictionary<string, byte[]>.Empty, ImmutableDictionary<string, FrameKey>.Empty));
        foreach (string code in new[] { task.Selected[0].Id, FrameFile.Read(frame).Units[^1].Id })
        {
            byte[] subject = (await way.Draws.SubjectRecordAsync(draw, code, Cancellation))!;
            AssertVerifies(verifier.Verify(subject, ImmutableDictionary<string, byte[]>.Empty, ImmutableDictionary<string, FrameKey>.Empty));
        }

        Assert.Equal(Assurance.Witnessed, record.Assurance);
        Assert.False(record.BreakOff);
        Assert.True(task.Selected.Length > 0);
        Assert.DoesNotContain("cutoff", System.Text.Encoding.UTF8.GetString(everybody), StringComparison.Ordinal);
        DrawCeremony ceremony = await way.Draws.FindAsync(draw, Cancellation);
        Assert.Equal(Sha256Of(auditor), ceremony.Drawing!.AuditorRecord);
        Assert.Equal(Sha256Of(everybody), ceremony.Drawing.PublicRecord);
    }

    [Fact]
    public async Task Restart_AtEveryStep_NothingIsLost()
    {
        await using TemporaryStore first = await TemporaryStore.CreateAsync();
        using Way way = new(first);
        string draw = await way.OpenedDrawAsync();
        await way.CommitOperatorAsync(draw);

        await using TemporaryStore second = await TemporaryStore.CreateAsync(first.Folder);
        DrawCeremony ceremony = await second.Get<DrawWorkflow>().FindAsync(draw, Cancellation);

        Assert.Equal(CeremonyStatus.Committing, ceremony.Status);
        Assert.Single(ceremony.Commitments);
        Assert.Equal(await first.Get<ILedger>().HeadAsync(LedgerLog.Public, Cancellation), await second.Get<ILedger>().HeadAsync(LedgerLog.Public, Cancellation));
    }

    private static string Sha256Of(byte[] bytes) => Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(bytes));

    private static void AssertVerifies(RecordVerification verification) =>
        Assert.True(verification.Verifies, string.Join("\n", verification.Steps.Select(s => $"{s.Status} {s.English}")));
}
