using System.Security.Cryptography;
using NodaTime;
using RandomInspection.Drawing;
using RandomInspection.Ledger;
using RandomInspection.Planning;

namespace RandomInspection.Tests;

/// <summary>A draw whose parties are programs: each commits to what its secret gives, and none reveals for as long as anybody could still choose.</summary>
public abstract class ContributorTests : IDisposable
{
    private static readonly OpeningDeadlines Deadlines = new(Way.Morning + Duration.FromHours(1), Way.Morning + Duration.FromHours(2));

    private readonly ECDsa _operatorKey = ECDsa.Create(ECCurve.NamedCurves.nistP256);
    private readonly ECDsa _witnessKey = ECDsa.Create(ECCurve.NamedCurves.nistP256);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task CommitAndReveal_TwoPrograms_DrawnWhenAllIsDueAndNotBefore()
    {
        await using TemporaryStore store = await TemporaryStore.CreateAsync();
        using Way way = new(store);
        await way.GoAsync("prepare");
        (ProgramParties programs, SecretContributor drawing, SecretContributor witness) = await EnrolledAsync(store, way);
        await RefusedAsync("RI1320", () => programs.CommitAsync(Way.Witness, Way.DrawId, witness, Cancellation));
        await way.Draws.OpenAsync(Way.Operator, Way.DrawId, Deadlines, Cancellation);

        await programs.CommitAsync(Way.Witness, Way.DrawId, witness, Cancellation);
        await RefusedAsync("RI1324", () => programs.CommitAsync(Way.Witness, Way.DrawId, witness, Cancellation));
        await RefusedAsync("RI1391", () => programs.RevealAsync(Way.Witness, Way.DrawId, witness, Cancellation));
        await programs.CommitAsync(Way.Operator, Way.DrawId, drawing, Cancellation);
        await RefusedAsync("RI1393", () => programs.RevealAsync(Way.Witness, Way.DrawId, witness, Cancellation));
        await programs.RevealAsync(Way.Operator, Way.DrawId, drawing, Cancellation);
        await programs.RevealAsync(Way.Witness, Way.DrawId, witness, Cancellation);
        await way.Draws.DrawAsync(Way.Later(Way.Operator), Way.DrawId, Cancellation);

        DrawCeremony drawn = await way.Draws.FindAsync(Way.DrawId, Cancellation);
        Assert.Equal(CeremonyStatus.Drawn, drawn.Status);
        Assert.Equal(2, drawn.Contributions.Select(c => c.Value.Contribution.ValueHex).Distinct().Count());
        SecretContributor restarted = Program(Way.Witness, "witness's secret of 32 bytes, kept"u8, _witnessKey);
        Assert.Equal(drawn.Commitments[restarted.Party].Commitment, (await restarted.CommitAsync(drawn.Opening!.Text, Cancellation)).Commitment);
    }

    [Fact]
    public async Task RevealAsync_OtherStruckOutInTime_GoesOnWithoutThem()
    {
        await using TemporaryStore store = await TemporaryStore.CreateAsync();
        using Way way = new(store);
        await way.GoAsync("prepare");
        (ProgramParties programs, _, SecretContributor witness) = await EnrolledAsync(store, way);
        await way.Draws.OpenAsync(Way.Operator, Way.DrawId, Deadlines, Cancellation);
        await programs.CommitAsync(Way.Witness, Way.DrawId, witness, Cancellation);
        Instant after = Deadlines.Commit + Duration.FromMinutes(1);
        await way.Draws.StrikeAsync(Way.Operator with { At = after }, Way.DrawId, Way.Operator.Person.Id, Cancellation);
        await programs.RevealAsync(Way.Witness with { At = after }, Way.DrawId, witness, Cancellation);
        DrawCeremony ceremony = await way.Draws.FindAsync(Way.DrawId, Cancellation);
        Assert.Equal(CeremonyStatus.Ready, ceremony.Status);
    }

    [Fact]
    public void SecretContributor_ShortSecretOrOtherSigner_Refused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => Program(Way.Witness, new byte[31], _witnessKey));
        Assert.Throws<ArgumentException>(() => new SecretContributor("w", new byte[32], new Other(), new DrawHashes()));
    }

    public void Dispose()
    {
        _operatorKey.Dispose();
        _witnessKey.Dispose();
        GC.SuppressFinalize(this);
    }

    private static SecretContributor Program(Acting acting, ReadOnlySpan<byte> secret, ECDsa key) => new(acting.Person.Id, secret, new EcdsaP256Signer(key), new DrawHashes());

    private static async Task RefusedAsync(string code, Func<Task> step) =>
        Assert.Equal(code, (await Assert.ThrowsAnyAsync<RefusalException>(step)).Refusal.Code);

    private async Task<(ProgramParties Programs, SecretContributor Drawing, SecretContributor Witness)> EnrolledAsync(TemporaryStore store, Way way)
    {
        SecretContributor drawing = Program(Way.Operator, "operator's secret of 32 bytes, kept"u8, _operatorKey);
        SecretContributor witness = Program(Way.Witness, "witness's secret of 32 bytes, kept"u8, _witnessKey);
        await way.Draws.EnrolOperatorAsync(Way.Operator, Way.DrawId, drawing.Key, Cancellation);
        await way.Draws.EnrolWitnessAsync(Way.Witness, Way.DrawId, witness.Key, Cancellation);
        return (store.Get<ProgramParties>(), drawing, witness);
    }

    /// <summary>Signs in a way that parties do not.</summary>
    private sealed class Other : ISigner
    {
        public string Algorithm => "sm2-sm3";

        public string Key => "sm2:AAAA";

        public ValueTask<byte[]> SignAsync(ReadOnlyMemory<byte> message, CancellationToken cancellation) => throw new NotSupportedException();
    }
}
