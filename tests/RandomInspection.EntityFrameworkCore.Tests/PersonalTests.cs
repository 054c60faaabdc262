using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using NodaTime;
using RandomInspection.Inspections;
using RandomInspection.Ledger;

namespace RandomInspection.Tests;

/// <summary>Personal data stands beside the log: the entry holds its commitment, erasing it leaves every proof valid.</summary>
public abstract class PersonalTests
{
    private static readonly Actor Administrator = new("admin", Role.Administrator);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task WholeWay_ReasonsAboutOfficers_StandInNoEntry()
    {
        await using TemporaryStore store = await TemporaryStore.CreateAsync();
        using Way way = new(store);
        await way.GoAsync("replace");
        ImmutableArray<LedgerEntry> entries = await store.Get<ILedger>().ReadAsync(LedgerLog.Public, 0, int.MaxValue, Cancellation);
        Assert.DoesNotContain(entries, e => (e.Data + e.Reason).Contains("近亲属在该单位任职", StringComparison.Ordinal));
        LedgerEntry asked = entries.Single(e => e.Type == "recusal.requested");
        string commitment = Assert.Single(PersonalCommitment.ReferredBy(asked));
        Assert.Equal(commitment, PersonalCommitment.Referred(asked.Reason));

        PersonalPiece piece = Assert.IsType<PersonalText.Kept>((await store.Get<IPersonalTexts>().FindAsync([commitment], Cancellation))[commitment]).Piece;
        Recusal recusal = await way.Recusals.FindAsync(Way.RecusalId, Cancellation);
        Assert.Equal((PersonalPieces.AboutInspector(recusal.Request.Inspector), "近亲属在该单位任职"), (piece.About, piece.Text));
        Assert.True(PersonalCommitment.Holds(piece));
        Assert.Equal(commitment, Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"random-inspection-personal/1\n{piece.Salt}\n近亲属在该单位任职"))));
        Assert.False(PersonalCommitment.Holds(piece with { Text = "x" }));

        // Request, decision and the change of seats, each with a salt of its own.
        string[] all = [.. entries.SelectMany(e => PersonalCommitment.ReferredBy(e)).Distinct()];
        Assert.Equal(3, all.Length);
        Assert.Equal(3, (await store.Get<IPersonalTexts>().FindAsync(all, Cancellation)).Values.OfType<PersonalText.Kept>().Select(k => k.Piece.Salt).Distinct().Count());
    }

    [Fact]
    public async Task EraseAboutAsync_Officer_TombstoneEnteredAndEveryProofStillHolds()
    {
        await using TemporaryStore store = await TemporaryStore.CreateAsync();
        using Way way = new(store);
        await way.GoAsync("decideRecusal");
        ILedger ledger = store.Get<ILedger>();
        string about = PersonalPieces.AboutInspector((await way.Recusals.FindAsync(Way.RecusalId, Cancellation)).Request.Inspector);
        ImmutableArray<LedgerEntry> before = await ledger.ReadAsync(LedgerLog.Public, 0, int.MaxValue, Cancellation);
        LedgerHead head = await ledger.HeadAsync(LedgerLog.Public, Cancellation);

        Assert.Equal(2, await store.Get<PersonalErasures>().EraseAboutAsync(Administrator, Way.Morning, about, " 个人信息保护法 第四十七条 ", Cancellation));

        Assert.Equal(before, (await ledger.ReadAsync(LedgerLog.Public, 0, int.MaxValue, Cancellation))[..^1]);
        foreach (LedgerEntry entry in before)
        {
            ImmutableArray<byte[]> path = await ledger.ProveInclusionAsync(LedgerLog.Public, entry.Sequence, head.Size, Cancellation);
            Assert.True(LedgerLeaf.Tree.Verify(LedgerLeaf.Tree.Leaf(LedgerLeaf.Bytes(entry)), entry.Sequence - 1, head.Size, path, Convert.FromHexString(head.Root)));
        }

        LedgerHead after = await ledger.HeadAsync(LedgerLog.Public, Cancellation);
        ImmutableArray<byte[]> grown = await ledger.ProveConsistencyAsync(LedgerLog.Public, head.Size, after.Size, Cancellation);
        Assert.True(LedgerLeaf.Tree.VerifyConsistency(head.Size, after.Size, grown, Convert.FromHexString(head.Root), Convert.FromHexString(after.Root)));

        LedgerEntry tombstone = (await ledger.ReadStreamAsync(PersonalErasures.Stream, Cancellation)).Single();
        PersonalEvent.Erased erased = (PersonalEvent.Erased)DomainEvents.Codec.Decode(tombstone);
        Assert.Equal((Administrator, "个人信息保护法 第四十七条", "个人信息保护法 第四十七条"), (tombstone.Actor, tombstone.Reason, erased.Basis));
        Assert.Equal(before.SelectMany(e => PersonalCommitment.ReferredBy(e)).Distinct().Order(StringComparer.Ordinal), erased.Commitments);
        Assert.All((await store.Get<IPersonalTexts>().FindAsync(erased.Commitments, Cancellation)).Values, text => Assert.IsType<PersonalText.Erased>(text));

        // The recusal itself goes on: only words went.
        Assert.Equal(RecusalDecision.Upheld, (await way.Recusals.FindAsync(Way.RecusalId, Cancellation)).Decision!.Decision);
        await LedgerAssert.IsSoundAsync(store);
        await way.GoAsync("replace", after: "decideRecusal");
        await LedgerAssert.IsSoundAsync(store);
    }

    [Fact]
    public async Task EraseAsync_NothingThereOrNoBasis_Refused()
    {
        await using TemporaryStore store = await TemporaryStore.CreateAsync();
        PersonalErasures erasures = store.Get<PersonalErasures>();
        await LedgerAssert.RefusedAsync(store, "RI6030", () => erasures.EraseAboutAsync(Administrator, Way.Morning, "inspector/x", "申请", Cancellation), ("about", "inspector/x"));
        PersonalPieces pieces = new(store.Get<ISaltSource>());
        string reference = pieces.Keep("inspector/x", "张三");
        await store.Get<ILedger>().CommitAsync(
            new LedgerCommit(Administrator, Way.Morning, null, [new StreamAppend("x/1", 0, [new EncodedEvent("x.happened", $$"""{"name":"{{reference}}"}""")])], []) { Personal = pieces.All }, Cancellation);
        await LedgerAssert.RefusedAsync(store, "RI6031", () => erasures.EraseAboutAsync(Administrator, Way.Morning, "inspector/x", "  ", Cancellation));
        await LedgerAssert.RefusedAsync(store, "RI6031", () => erasures.EraseAboutAsync(Administrator, Way.Morning, "inspector/x", new string('x', 501), Cancellation));
        Assert.Equal(1, await erasures.EraseAboutAsync(Administrator, Way.Morning, "inspector/x", new string('x', 500), Cancellation));
        await LedgerAssert.RefusedAsync(store, "RI6030", () => erasures.EraseAsync(Administrator, Way.Morning, [PersonalCommitment.Referred(reference)!], "申请", Cancellation));
    }

    [Fact]
    public void PersonalPieces_NoSalts_TextStaysInTheEvent()
    {
        PersonalPieces pieces = new(null);
        Assert.Equal("张三", pieces.Keep("inspector/x", "张三"));
        Assert.Empty(pieces.All);
    }

    [Theory]
    [InlineData("personal:0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef", true)]
    [InlineData("personal:0123456789ABCDEF0123456789abcdef0123456789abcdef0123456789abcdef", false)]
    [InlineData("personal:0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcde", false)]
    [InlineData(" personal:0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcde", false)]
    [InlineData("张三", false)]
    [InlineData(null, false)]
    public void Referred_Texts_OnlyReferences(string? text, bool refers)
    {
        Assert.Equal(refers, PersonalCommitment.Referred(text) is not null);
        LedgerEntry entry = new(1, "x/1", 1, "x", Administrator, null, Way.Morning, $$"""{"a":"{{text}}","b":["{{text}}"]}""");
        Assert.Equal(refers ? 1 : 0, PersonalCommitment.ReferredBy(entry).Length);
    }
}
