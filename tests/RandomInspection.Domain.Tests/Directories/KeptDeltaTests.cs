using System.Collections.Immutable;
using System.IO.Compression;
using System.Text;
using RandomInspection.Directories;
using RandomInspection.Ledger;
using RandomInspection.Tests.Acceptance;

namespace RandomInspection.Tests.Directories;

/// <summary>What is kept of merges, and what can be read from it.</summary>
public sealed class KeptDeltaTests
{
    private static readonly Subject Firm = new()
    {
        Code = "S00",
        Name = "沈阳示例商贸有限公司",
        Kind = "有限责任公司",
        Region = "沈河区",
        Trade = "F",
        CreditClass = "A",
        Scope = "",
        Status = SubjectStatus.Active,
    };

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Lines_OfAPart_AsTheyWereKept()
    {
        using MemoryHost host = new();
        IEvidenceStore evidence = host.Get<IEvidenceStore>();
        Assert.Empty(await KeptDelta.KeepAsync(evidence, [], Cancellation));
        string[] lines = ["", "一", "", "[\"a\"]"];
        string part = Assert.Single(await KeptDelta.KeepAsync(evidence, lines.Select(Encoding.UTF8.GetBytes), Cancellation));
        Assert.Equal(lines, KeptDelta.Lines((await evidence.GetAsync(part, Cancellation))!).Select(Encoding.UTF8.GetString));
    }

    [Fact]
    public void Lines_OfNoPart_Refused()
    {
        Assert.Contains("does not end", Assert.Throws<InvalidDataException>(() => KeptDelta.Lines(Packed("a\nb")).ToArray()).Message, StringComparison.Ordinal);
        Assert.Contains("not a part of a merge", Assert.Throws<InvalidDataException>(() => KeptDelta.Lines([0xFF, 0x00, 0xFF, 0x17, 0x33]).ToArray()).Message, StringComparison.Ordinal);
        Assert.Empty(KeptDelta.Lines(Packed("")));
    }

    [Theory]
    [InlineData(1, 1)]
    [InlineData(1, 7)]
    [InlineData(2, 4)]
    [InlineData(5, 3)]
    [InlineData(6, 2)]
    public async Task SubjectHistory_PartsOfAnyNumber_FindsEachLineAndNoneBetween(int parts, int lines)
    {
        using MemoryHost host = new();
        ImmutableArray<string> kept = [];
        for (int part = 0; part < parts; part++)
        {
            kept = kept.AddRange(await KeptDelta.KeepAsync(host.Get<IEvidenceStore>(), Enumerable.Range(part * lines, lines).Select(i => SubjectDelta.Line(Firm with { Code = $"S{i:00}", Scope = $"{i}" })), Cancellation));
        }

        await MergedAsync(host, kept);
        SubjectHistory history = host.Get<SubjectHistory>();
        for (int i = 0; i < parts * lines; i++)
        {
            SubjectState state = Assert.Single(await history.ReadAsync($"S{i:00}", Cancellation));
            Assert.Equal(($"{i}", 1L, "名录.csv", MemoryHost.Morning), (state.Subject.Scope, state.Version, state.FileName, state.At));
            Assert.Empty(await history.ReadAsync($"S{i:00}.", Cancellation));
        }

        Assert.Empty(await history.ReadAsync("A", Cancellation));
    }

    [Fact]
    public async Task SubjectHistory_PartGoneOrOfOtherLines_Refused()
    {
        using MemoryHost gone = new();
        await MergedAsync(gone, [new string('a', 64)]);
        Assert.Contains("is not kept", (await Assert.ThrowsAsync<InvalidDataException>(() => gone.Get<SubjectHistory>().ReadAsync("S00", Cancellation))).Message, StringComparison.Ordinal);
        foreach (string line in (string[])["[1]", "[]", "{\"code\":\"S00\"}"])
        {
            using MemoryHost other = new();
            await MergedAsync(other, await KeptDelta.KeepAsync(other.Get<IEvidenceStore>(), [Encoding.UTF8.GetBytes(line)], Cancellation));
            Assert.Contains("no code", (await Assert.ThrowsAsync<InvalidDataException>(() => other.Get<SubjectHistory>().ReadAsync("S00", Cancellation))).Message, StringComparison.Ordinal);
        }
    }

    private static Task MergedAsync(MemoryHost host, ImmutableArray<string> kept) => host.Ledger.CommitAsync(
        new LedgerCommit(
            new Actor("ku", Role.DirectoryKeeper),
            MemoryHost.Morning,
            "合并",
            [new StreamAppend(DirectoryEvent.Stream, 0, [DomainEvents.Codec.Encode(new DirectoryEvent.Merged(1, "名录.csv", new string('1', 64), new string('2', 64), 1, 0, 0, 0, 0, kept))])], []),
        Cancellation);

    private static byte[] Packed(string text)
    {
        using MemoryStream packed = new();
        using (BrotliStream brotli = new(packed, CompressionLevel.Fastest))
        {
            brotli.Write(Encoding.UTF8.GetBytes(text));
        }

        return packed.ToArray();
    }
}
