using System.Security.Cryptography;
using RandomInspection.BouncyCastle;
using RandomInspection.Calendars;
using RandomInspection.Drawing;
using RandomInspection.Ledger;
using RandomInspection.Matching;
using RandomInspection.TestKit;
using RandomInspection.TestKit.Xunit;

namespace RandomInspection.Tests;

[Proves(typeof(DrawEngine))]
public sealed class HouseDrawEngineSuite : DrawEngineSuite
{
    protected override ValueTask<IDrawEngine> OpenAsync(CancellationToken cancellation) => ValueTask.FromResult<IDrawEngine>(new DrawEngine(new DrawHashes(Sm3.Instance)));
}

[Proves(typeof(InspectorMatcher))]
public sealed class HouseMatcherSuite : MatcherSuite
{
    protected override ValueTask<IInspectorMatcher> OpenAsync(CancellationToken cancellation) => ValueTask.FromResult<IInspectorMatcher>(new InspectorMatcher());
}

[Proves(typeof(WorkingDayCalendar))]
public sealed class HouseCalendarSuite : CalendarSuite
{
    protected override ValueTask<IWorkingDayCalendar> OpenAsync(CancellationToken cancellation) => ValueTask.FromResult<IWorkingDayCalendar>(WorkingDayCalendar.Embedded);
}

/// <summary>With a year that no notice covers yet: it is a forecast and says so.</summary>
[Proves(typeof(WorkingDayCalendar))]
public sealed class HouseProvisionalCalendarSuite : CalendarSuite
{
    protected override ValueTask<IWorkingDayCalendar> OpenAsync(CancellationToken cancellation) =>
        ValueTask.FromResult<IWorkingDayCalendar>(WorkingDayCalendar.Embedded.WithProvisionalYears(2027));
}

[Proves(typeof(Sha256))]
public sealed class HouseSha256Suite : HashSuite
{
    protected override ValueTask<IDrawHash> OpenAsync(CancellationToken cancellation) => ValueTask.FromResult<IDrawHash>(Sha256.Instance);
}

[Proves(typeof(Sm3))]
public sealed class HouseSm3Suite : HashSuite
{
    protected override ValueTask<IDrawHash> OpenAsync(CancellationToken cancellation) => ValueTask.FromResult<IDrawHash>(Sm3.Instance);
}

/// <summary>The signers of the house, each with a key of its own.</summary>
internal static class HouseSigners
{
    private static readonly ECDsa Key = ECDsa.Create(ECCurve.NamedCurves.nistP256);

    public static ValueTask<SignerUnderTest> EcdsaAsync() => ValueTask.FromResult(new SignerUnderTest(new EcdsaP256Signer(Key), EcdsaP256.Instance));

    public static ValueTask<SignerUnderTest> Sm2Async()
    {
        Assert.True(Sm2Signer.TryParse(Sm2Signer.CreateKey(), out Sm2Signer? signer));
        return ValueTask.FromResult(new SignerUnderTest(signer, Sm2Sm3.Instance));
    }
}

[Proves(typeof(EcdsaP256Signer))]
public sealed class HouseEcdsaSignerSuite : SignerSuite
{
    protected override ValueTask<SignerUnderTest> OpenAsync(CancellationToken cancellation) => HouseSigners.EcdsaAsync();
}

[Proves(typeof(EcdsaP256))]
public sealed class HouseEcdsaAlgorithmSuite : SignatureAlgorithmSuite
{
    protected override ValueTask<SignerUnderTest> OpenAsync(CancellationToken cancellation) => HouseSigners.EcdsaAsync();
}

[Proves(typeof(Sm2Signer))]
public sealed class HouseSm2SignerSuite : SignerSuite
{
    protected override ValueTask<SignerUnderTest> OpenAsync(CancellationToken cancellation) => HouseSigners.Sm2Async();
}

[Proves(typeof(Sm2Sm3))]
public sealed class HouseSm2AlgorithmSuite : SignatureAlgorithmSuite
{
    protected override ValueTask<SignerUnderTest> OpenAsync(CancellationToken cancellation) => HouseSigners.Sm2Async();
}
