using System.Security.Cryptography;
using RandomInspection.Drawing;
using RandomInspection.Ledger;
using RandomInspection.Planning;

namespace RandomInspection.Tests;

/// <summary>A void draw stays in the log; the next attempt is numbered and chained to it.</summary>
public abstract class VoidTests
{
    private static readonly FrameKey Key = FrameKey.Of(SHA256.HashData("key"u8));

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task ConfirmVoidAsync_AfterTheOpening_NextAttemptChainedByDigest()
    {
        await using TemporaryStore store = await TemporaryStore.CreateAsync();
        using Way way = new(store);
        await way.GoAsync("commitOperator");
        await VoidAsync(way, Way.DrawId, "停电");
        await LedgerAssert.RefusedAsync(store, "RI1320", () => way.StepAsync("commitWitness"), ("state", "Void"));
        await LedgerAssert.RefusedAsync(store, "RI1320", () => way.Draws.ProposeVoidAsync(Way.Operator, Way.DrawId, "x", Cancellation), ("state", "Void"));
        byte[] record = (await way.Draws.AuditorRecordAsync(Way.DrawId, Cancellation))!;
        byte[] everybody = (await way.Draws.PublicRecordAsync(Way.DrawId, Cancellation))!;
        Assert.Null(await way.Draws.SubjectRecordAsync(Way.DrawId, "x", Cancellation));
        await LedgerAssert.VerifiesAsync(store, Way.DrawId);

        string second = await way.Draws.PrepareAsync(Way.Operator, Way.TaskId, Key, "sha-256", Cancellation);
        DrawCeremony ceremony = await way.Draws.FindAsync(second, Cancellation);
        Assert.Equal(("D2026-0002", 2), (second, ceremony.Preparation.Attempt));
        Assert.Equal(new PreviousDraw(Way.DrawId, Convert.ToHexStringLower(SHA256.HashData(record)), "停电"), ceremony.Preparation.Previous);
        DrawCeremony first = await way.Draws.FindAsync(Way.DrawId, Cancellation);
        Assert.Equal(first.Voiding!.PublicRecord, Convert.ToHexStringLower(SHA256.HashData(everybody)));
        DrawView[] rows = [.. await store.Get<IViews>().QueryAsync(new DrawsOfTask(Way.TaskId), Cancellation)];
        Assert.Equal([(Way.DrawId, first.Voiding.At, 0, ""), (second, null, 0, "")], rows.Select(d => (d.Key, d.EndedAt, d.Selected, d.Joined)));
        LedgerEntry voided = (await store.Get<ILedger>().ReadStreamAsync("draw/" + Way.DrawId, Cancellation))[^1];
        Assert.Equal(("draw.voided", "停电", Way.Head.Person.Id), (voided.Type, voided.Reason, voided.Actor.PersonId));
        await LedgerAssert.IsSoundAsync(store);

        // And once more: the third names the second.
        await OpenAsync(way, second);
        await VoidAsync(way, second, "再次停电");
        string third = await way.Draws.PrepareAsync(Way.Operator, Way.TaskId, Key, "sha-256", Cancellation);
        CeremonyEvent.Prepared prepared = (await way.Draws.FindAsync(third, Cancellation)).Preparation;
        Assert.Equal((3, second, "再次停电"), (prepared.Attempt, prepared.Previous!.Draw, prepared.Previous.Reason));
        await OpenAsync(way, third);
        Assert.Equal(3, (await way.Draws.FindAsync(third, Cancellation)).Opening!.Attempt);
        await LedgerAssert.IsSoundAsync(store);
    }

    [Fact]
    public async Task ConfirmVoidAsync_BeforeTheOpening_CountsAsNoAttempt()
    {
        await using TemporaryStore store = await TemporaryStore.CreateAsync();
        using Way way = new(store);
        await way.GoAsync("prepare");
        await VoidAsync(way, Way.DrawId, "名单有误");
        Assert.Null(await way.Draws.AuditorRecordAsync(Way.DrawId, Cancellation));
        string second = await way.Draws.PrepareAsync(Way.Operator, Way.TaskId, Key, "sha-256", Cancellation);
        CeremonyEvent.Prepared prepared = (await way.Draws.FindAsync(second, Cancellation)).Preparation;
        Assert.Equal(("D2026-0002", 1, null), (second, prepared.Attempt, prepared.Previous));
        await LedgerAssert.IsSoundAsync(store);
    }

    [Fact]
    public async Task ConfirmVoidAsync_OnePersonOrNoReason_Refused()
    {
        await using TemporaryStore store = await TemporaryStore.CreateAsync();
        using Way way = new(store);
        await way.GoAsync("open");
        await LedgerAssert.RefusedAsync(store, "RI1333", () => way.Draws.ProposeVoidAsync(Way.Operator, Way.DrawId, " ", Cancellation));
        await LedgerAssert.RefusedAsync(store, "RI1320", () => way.Draws.ConfirmVoidAsync(Way.Head, Way.DrawId, Cancellation));
        Acting both = Way.Operator with { Person = Way.Operator.Person with { Roles = [Role.DrawingOperator, Role.AuthorityHead] } };
        await way.Draws.ProposeVoidAsync(both, Way.DrawId, "停电", Cancellation);
        await LedgerAssert.RefusedAsync(store, "RI1332", () => way.Draws.ConfirmVoidAsync(both, Way.DrawId, Cancellation), ("person", both.Person.Id));
        await LedgerAssert.IsSoundAsync(store);
    }

    private static async Task OpenAsync(Way way, string draw)
    {
        using ECDsa key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        await way.Draws.EnrolOperatorAsync(Way.Operator, draw, PartySignature.PublicKey(key), Cancellation);
        await way.Draws.OpenAsync(
            Way.Operator, draw, new OpeningDeadlines(Way.Morning + NodaTime.Duration.FromHours(1), Way.Morning + NodaTime.Duration.FromHours(2)), Cancellation);
    }

    private static async Task VoidAsync(Way way, string draw, string reason)
    {
        await way.Draws.ProposeVoidAsync(Way.Operator, draw, reason, Cancellation);
        await way.Draws.ConfirmVoidAsync(Way.Head, draw, Cancellation);
    }
}
