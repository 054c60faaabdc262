using System.Collections.Immutable;
using NodaTime;
using RandomInspection.Drawing;
using static RandomInspection.Tests.Drawing.CeremonyScript;

namespace RandomInspection.Tests.Drawing;

/// <summary>When a program that is a party says anything: only of its own openings, and its value only when nobody can choose theirs any more.</summary>
public sealed class ContributorRulesTests
{
    private static readonly Opening Own = With(OperatorParty, WitnessParty, LotteryParty).Open().Ceremony.Opening!;
    private static readonly IDrawHash Hash = new DrawHashes()["sha-256"];
    private static readonly Digest OperatorCommitment = SeedText.Commitment(Own, Operator, OperatorValue, Hash), WitnessCommitment = SeedText.Commitment(Own, Witness, WitnessValue, Hash);
    private static readonly Instant InTime = Start, AtCommit = Deadlines.Commit, AfterCommit = Deadlines.Commit + Duration.Epsilon, AtReveal = Deadlines.Reveal, AfterReveal = Deadlines.Reveal + Duration.Epsilon;

    [Fact]
    public void RequireOwn_ItsNameAndKey_TheOpening() => Assert.Equal(Own.Text, ContributorRules.RequireOwn(Own.Text, Operator, OperatorParty.Key!).Text);

    [Theory]
    [InlineData(Operator, Witness)] // somebody else's key
    [InlineData("nobody", Operator)]
    [InlineData(Lottery, Operator)]
    [InlineData(Lottery, null)] // a public value is nobody's
    public void RequireOwn_AnybodyElse_RI1390(string party, string? keyOf) => RefusalAssert.Input(
        "RI1390",
        () => ContributorRules.RequireOwn(Own.Text, party, keyOf switch { Operator => OperatorParty.Key!, Witness => WitnessParty.Key!, _ => null! }),
        ("party", party),
        ("draw", "D2026-0001"));

    [Fact]
    public void RequireRevealable_SomebodyHasNotCommitted_RI1391()
    {
        Refused("RI1391", Witness, InTime, Published([]), ("party", Witness), ("missing", "op, wit"));
        Refused("RI1391", Witness, InTime, Published([Operator]), ("party", Witness), ("missing", "wit"));
        Refused("RI1391", Operator, InTime, Published([Operator]), ("party", Operator), ("missing", "wit"));
    }

    [Fact]
    public void RequireRevealable_StruckOutForNoCommitment_OnlyAfterItsDeadline()
    {
        Refused("RI1391", Operator, AtCommit, Published([Operator], struck: [Witness]), ("party", Operator), ("missing", "wit"));
        Refused("RI1391", Operator, AfterCommit, Published([Operator]), ("party", Operator), ("missing", "wit"));
        Allowed(Operator, AfterCommit, Published([Operator], struck: [Witness]));
        Allowed(Witness, AfterCommit, Published([Witness], struck: [Operator])); // who has not committed has nothing to reveal
    }

    [Fact]
    public void RequireRevealable_AnotherCommitmentInItsName_RI1392()
    {
        PublishedCeremony published = Published([Operator, Witness], [(Operator, OperatorValue)]);
        Refused("RI1392", Witness, InTime, published with { Commitments = published.Commitments.SetItem(Witness, OperatorCommitment) }, ("party", Witness));
    }

    [Fact]
    public void RequireRevealable_DrawingDepartment_RevealsFirst()
    {
        Allowed(Operator, InTime, Published([Operator, Witness]));
        Refused("RI1393", Witness, InTime, Published([Operator, Witness]), ("party", Witness), ("drawing", Operator));
        Refused("RI1393", Witness, InTime, Published([Operator, Witness], [(Operator, WitnessValue)]), ("party", Witness), ("drawing", Operator)); // not what it committed to
        Allowed(Witness, InTime, Published([Operator, Witness], [(Operator, OperatorValue)]));
    }

    [Fact]
    public void RequireRevealable_DrawingDepartmentStruckOut_OnlyAfterTheDeadlineOfReveals()
    {
        Refused("RI1393", Witness, AtReveal, Published([Operator, Witness], struck: [Operator]), ("party", Witness), ("drawing", Operator));
        Refused("RI1393", Witness, AfterReveal, Published([Operator, Witness]), ("party", Witness), ("drawing", Operator));
        Allowed(Witness, AfterReveal, Published([Operator, Witness], struck: [Operator]));
    }

    private static PublishedCeremony Published(string[] committed, (string Party, string Value)[]? revealed = null, string[]? struck = null) => new(
        Own.Text,
        committed.ToImmutableSortedDictionary(party => party, party => party == Operator ? OperatorCommitment : WitnessCommitment, StringComparer.Ordinal),
        (revealed ?? []).ToImmutableSortedDictionary(one => one.Party, one => one.Value, StringComparer.Ordinal),
        (struck ?? []).ToImmutableSortedSet(StringComparer.Ordinal));

    private static void Allowed(string party, Instant at, PublishedCeremony published) =>
        ContributorRules.RequireRevealable(Own, published, party, party == Operator ? OperatorCommitment : WitnessCommitment, Hash, at);

    private static void Refused(string code, string party, Instant at, PublishedCeremony published, params ReadOnlySpan<(string, string)> values) =>
        RefusalAssert.Input(code, () => Allowed(party, at, published), values);
}
