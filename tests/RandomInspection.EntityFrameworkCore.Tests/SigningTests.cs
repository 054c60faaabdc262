using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using RandomInspection.Drawing;
using RandomInspection.Inspections;
using RandomInspection.Ledger;
using RandomInspection.Planning;

namespace RandomInspection.Tests;

/// <summary>What a host with a key publishes is signed when it is published, and verifies with that key.</summary>
public abstract class SigningTests
{
    private static readonly ECDsa Key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
    private static readonly string PublicKey = EcdsaP256.PublicKey(Key);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Draw_HostWithAKey_OpeningAndEveryViewSigned()
    {
        await using TemporaryStore store = await TemporaryStore.CreateAsync(first: Signs);
        using Way way = new(store);
        await way.GoAsync("open");
        DrawCeremony opened = await way.Draws.FindAsync(Way.DrawId, Cancellation);
        byte[] openingSignature = (await way.Draws.OpeningSignatureAsync(Way.DrawId, Cancellation))!;
        Assert.Equal((opened.OpeningDigest, PublicKey), (opened.OpeningSignature!.Digest, opened.OpeningSignature.Key));
        Assert.Null(await way.Draws.PublicSignatureAsync(Way.DrawId, Cancellation));
        Assert.Null(await way.Draws.AuditorSignatureAsync(Way.DrawId, Cancellation));

        await way.GoAsync("draw", after: "open");
        string code = RecordDocument.Read((await way.Draws.PublicRecordAsync(Way.DrawId, Cancellation))!).Tasks[0].Selected[0].Id;
        (byte[]? Record, byte[]? Signature)[] views =
        [
            (await way.Draws.PublicRecordAsync(Way.DrawId, Cancellation), await way.Draws.PublicSignatureAsync(Way.DrawId, Cancellation)),
            (await way.Draws.AuditorRecordAsync(Way.DrawId, Cancellation), await way.Draws.AuditorSignatureAsync(Way.DrawId, Cancellation)),
            (await way.Draws.SubjectRecordAsync(Way.DrawId, code, Cancellation), await way.Draws.SubjectSignatureAsync(Way.DrawId, code, Cancellation)),
        ];
        foreach ((byte[]? record, byte[]? signature) in views)
        {
            AssertSigned(store, record!, signature!, openingSignature);
        }

        // One view's signature is no other's.
        Assert.Contains(
            Verify(store, views[0].Record!, views[1].Signature!, openingSignature).Steps, s => s is { Id: "record-signature", Status: VerificationStatus.Failed });
        Assert.Null(await way.Draws.SubjectSignatureAsync(Way.DrawId, "nobody", Cancellation));
    }

    [Fact]
    public async Task Match_HostWithAKey_SignedAndItsPublicSignatureSealed()
    {
        await using TemporaryStore store = await TemporaryStore.CreateAsync(first: Signs);
        using Way way = new(store);
        await way.GoAsync("match");
        AssertSigned(
            store,
            (await way.Draws.AuditorRecordAsync(Way.MatchId, Cancellation))!,
            (await way.Draws.AuditorSignatureAsync(Way.MatchId, Cancellation))!,
            (await way.Draws.OpeningSignatureAsync(Way.MatchId, Cancellation))!);
        Assert.Null(await way.Draws.PublicSignatureAsync(Way.MatchId, Cancellation));
        InputRefusedException refused = await Assert.ThrowsAsync<InputRefusedException>(() => way.Matches.PublicSignatureAsync(Way.MatchId, Cancellation));
        Assert.Equal("RI2404", refused.Refusal.Code);
    }

    [Fact]
    public async Task Void_HostWithAKey_RecordSignedInBothViews()
    {
        await using TemporaryStore store = await TemporaryStore.CreateAsync(first: Signs);
        using Way way = new(store);
        await way.GoAsync("open");
        await way.Draws.ProposeVoidAsync(Way.Operator, Way.DrawId, "停电", Cancellation);
        await way.Draws.ConfirmVoidAsync(Way.Head, Way.DrawId, Cancellation);
        byte[] opening = (await way.Draws.OpeningSignatureAsync(Way.DrawId, Cancellation))!;
        AssertSigned(store, (await way.Draws.PublicRecordAsync(Way.DrawId, Cancellation))!, (await way.Draws.PublicSignatureAsync(Way.DrawId, Cancellation))!, opening);
        AssertSigned(store, (await way.Draws.AuditorRecordAsync(Way.DrawId, Cancellation))!, (await way.Draws.AuditorSignatureAsync(Way.DrawId, Cancellation))!, opening);
    }

    [Fact]
    public async Task Draw_HostWithoutAKey_NothingSigned()
    {
        await using TemporaryStore store = await TemporaryStore.CreateAsync();
        using Way way = new(store);
        await way.GoAsync("draw");
        DrawCeremony ceremony = await way.Draws.FindAsync(Way.DrawId, Cancellation);
        Assert.Equal((null, null), (ceremony.OpeningSignature, ceremony.RecordSignatures));
        Assert.Null(await way.Draws.SubjectSignatureAsync(Way.DrawId, RecordDocument.Read((await way.Draws.PublicRecordAsync(Way.DrawId, Cancellation))!).Tasks[0].Selected[0].Id, Cancellation));
        LedgerEntry[] entries = [.. (await store.Get<ILedger>().ReadStreamAsync($"draw/{Way.DrawId}", Cancellation))];
        Assert.All(entries, e => Assert.DoesNotContain("\"signatures\"", e.Data, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Draw_ClassesPublished_PublicRecordNamesCellsWhateverTheRuleIsLater()
    {
        await using TemporaryStore store = await TemporaryStore.CreateAsync(first: services =>
        {
            Signs(services);
            services.AddSingleton(new PublicationRules(ClassPublication.Published));
        });
        using Way way = new(store);
        await way.GoAsync("draw");
        byte[] open = (await way.Draws.PublicRecordAsync(Way.DrawId, Cancellation))!;
        RecordedTask task = RecordDocument.Read(open).Tasks[0];
        Assert.Equal(task.Selected.Length, task.SelectedCells.Length);
        Assert.Empty(task.Reserves);
        AssertSigned(store, open, (await way.Draws.PublicSignatureAsync(Way.DrawId, Cancellation))!, (await way.Draws.OpeningSignatureAsync(Way.DrawId, Cancellation))!);

        await using TemporaryStore later = await TemporaryStore.CreateAsync(store.Folder);
        Assert.Equal(open, await later.Get<DrawWorkflow>().PublicRecordAsync(Way.DrawId, Cancellation));
    }

    private static void Signs(IServiceCollection services) => services.AddSingleton<ISigner>(new EcdsaP256Signer(Key));

    private static void AssertSigned(TemporaryStore store, byte[] record, byte[] signature, byte[] openingSignature)
    {
        RecordVerification found = Verify(store, record, signature, openingSignature);
        Assert.True(found.Verifies, string.Join('\n', found.Steps.Select(s => $"{s.Status} {s.English}")));
        Assert.Equal(2, found.Steps.Count(s => s.Id.EndsWith("-signature", StringComparison.Ordinal) && s.Status == VerificationStatus.Ok));
    }

    private static RecordVerification Verify(TemporaryStore store, byte[] record, byte[] signature, byte[] openingSignature) => store.Get<RecordVerifier>().Verify(
        record,
        ImmutableDictionary<string, byte[]>.Empty,
        ImmutableDictionary<string, FrameKey>.Empty,
        given: new GivenSignatures { Record = signature, Opening = openingSignature, SignedBy = [PublicKey] });
}
