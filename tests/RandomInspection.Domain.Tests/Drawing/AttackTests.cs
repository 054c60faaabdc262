using System.Collections.Immutable;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using NodaTime;
using RandomInspection.Drawing;

namespace RandomInspection.Tests.Drawing;

/// <summary>
/// What a drawing department could try in order to spare a friend, each attack carried out: it fails, it gains nothing over
/// chance, or it stands in the record for everybody to see. docs/draw-threats.md tells the same in words.
/// </summary>
public sealed class AttackTests
{
    private const string Friend = "F00";
    private const int Units = 20;
    private const int Size = 5;
    private const string Design = """{"kind":"fixed","size":5,"weights":{"A":1}}""";

    // A friend's fair chance is 5 / 20: 500 ceremonies draw it 125 times on average, with a standard deviation of 9.7.
    private const int Ceremonies = 500;
    private const int Fair = Ceremonies * Size / Units;
    private const int FourDeviations = 39;

    private static readonly Frame List = FrameOf(Units);
    private static readonly DrawEngine Engine = new();
    private static readonly DrawDesign Promise = DesignDocument.Parse(Design).Design;

    [Fact]
    public void OwnValueLast_CommitsAfterTheWitness_KnowsADigestOnly()
    {
        // The department copies the commitment it sees, hoping to reveal whatever the witness reveals.
        CeremonyScript script = CeremonyScript.With(CeremonyScript.OperatorParty, CeremonyScript.WitnessParty).Open().CommitWitness();
        Digest copied = script.Ceremony.Commitments[CeremonyScript.Witness].Commitment;
        string signature = PartySignature.Sign(
            CeremonyScript.OperatorKey,
            Encoding.UTF8.GetBytes(SeedText.CommitmentToSign(Digest.Parse(script.Ceremony.OpeningDigest!), CeremonyScript.Operator, copied)));
        script.Do(c => c.Commit(CeremonyScript.Operator, CeremonyScript.OperatorPerson, copied, signature, CeremonyScript.Start));

        // The party's name is part of what is committed to: the copy opens for nobody else, not even with the right value.
        RefusalAssert.Contains("RI1323", () => script.Ceremony.Reveal(CeremonyScript.Operator, CeremonyScript.OperatorPerson, CeremonyScript.WitnessValue, CeremonyScript.Start));
    }

    [Fact]
    public void OwnValueLast_WaitsForTheWitnessesReveal_MustGoFirstAndCannotChange()
    {
        CeremonyScript script = CeremonyScript.At(CeremonyStatus.Revealing);
        RefusalAssert.Contains("RI1325", () => script.Ceremony.Reveal(CeremonyScript.Witness, CeremonyScript.WitnessPerson, CeremonyScript.WitnessValue, CeremonyScript.Start));
        Assert.Empty(script.Ceremony.Contributions);
        RefusalAssert.Contains("RI1323", () => script.Ceremony.Reveal(CeremonyScript.Operator, CeremonyScript.OperatorPerson, CeremonyScript.WitnessValue, CeremonyScript.Start));
    }

    [Fact]
    public void OwnValueSearched_WithAWitness_NoBetterThanChance()
    {
        int spoilt = 0;
        for (int i = 0; i < Ceremonies; i++)
        {
            Opening opening = Open(Witnessed);
            string guess = ValueOf($"guess {i}"), witness = ValueOf($"witness {i}");
            string best = Values(i, 40).First(own => !IsFriendDrawn(opening, own, guess));
            spoilt += IsFriendDrawn(opening, best, witness) ? 1 : 0;
        }

        Assert.InRange(spoilt, Fair - FourDeviations, Fair + FourDeviations);
    }

    [Fact]
    public void OwnValueSearched_WithoutAWitness_SucceedsAndTheRecordSaysOperator()
    {
        // This is why a draw without a witness is called what it is.
        Opening alone = Open([CeremonyScript.OperatorParty]);
        Assert.All(Enumerable.Range(0, 50), i => Assert.Contains(Values(i, 40), own => !IsFriendDrawn(alone, own, null)));
        Assert.Equal(Assurance.Operator, SeedAssurance.Of(alone, [CeremonyScript.Operator]));
    }

    [Fact]
    public void OwnValueSearched_AgainstALotteryOfThousandOutcomes_GainsAndTheRecordSaysOperator()
    {
        // A thousand outcomes can be tabulated beforehand: the best of thirty values spares the friend more often than the fair 75 %.
        Opening lottery = Open([CeremonyScript.OperatorParty, CeremonyScript.LotteryParty]);
        int fewest = Values(0, 30).Min(own => Enumerable.Range(0, 1000).Count(outcome =>
            IsFriendDrawn(lottery, own, Convert.ToHexStringLower(Encoding.UTF8.GetBytes(outcome.ToString("000", CultureInfo.InvariantCulture))))));
        Assert.InRange(fewest, 150, 239);
        Assert.Equal(Assurance.Operator, SeedAssurance.Of(lottery, [CeremonyScript.Operator, CeremonyScript.Lottery]));

        // With so many outcomes that no table holds them, the same value counts as a witness.
        Opening beacon = Open([CeremonyScript.OperatorParty, CeremonyScript.LotteryParty with { Outcomes = "18446744073709551616" }]);
        Assert.Equal(Assurance.Witnessed, SeedAssurance.Of(beacon, [CeremonyScript.Operator, CeremonyScript.Lottery]));
    }

    [Fact]
    public void KeyRegisteredTwice_AsItsOwnWitness_RefusedAndCountsForNobody()
    {
        CeremonyParty second = CeremonyScript.WitnessParty with { Key = CeremonyScript.OperatorParty.Key };
        RefusalAssert.Contains("RI1321", () => CeremonyScript.With(CeremonyScript.OperatorParty, second));

        // An opening made without this library gains nothing by it either.
        Opening opening = Opening.Parse(Open(Witnessed).Text.Replace(CeremonyScript.WitnessParty.Key!, second.Key, StringComparison.Ordinal));
        Assert.Equal(Assurance.Operator, SeedAssurance.Of(opening, [CeremonyScript.Operator, CeremonyScript.Witness]));
    }

    [Fact]
    public void DesignSearched_BeforeTheOpening_NoBetterThanChance()
    {
        // Designs that promise the friend the same chance and differ in their bytes: another basis, another digest, another seed.
        int drawn = 0;
        for (int i = 0; i < Ceremonies; i++)
        {
            string own = ValueOf($"own {i}"), guess = ValueOf($"guess {i}"), witness = ValueOf($"witness {i}");
            Opening best = Enumerable.Range(0, 40)
                .Select(n => Open(Witnessed, design: Design.Replace("}}", $$"""},"basis":"{{n}}"}""", StringComparison.Ordinal)))
                .First(opening => !IsFriendDrawn(opening, own, guess));
            drawn += IsFriendDrawn(best, own, witness) ? 1 : 0;
        }

        Assert.InRange(drawn, Fair - FourDeviations, Fair + FourDeviations);
    }

    [Fact]
    public void FrameSearched_BeforeTheOpening_NoBetterThanChance()
    {
        // The same list under forty keys has forty roots, hence forty openings and seeds.
        int drawn = 0;
        for (int i = 0; i < Ceremonies; i++)
        {
            string own = ValueOf($"own {i}"), guess = ValueOf($"guess {i}"), witness = ValueOf($"witness {i}");
            Opening best = Enumerable.Range(0, 40)
                .Select(n => Open(Witnessed, key: FrameKey.Of(SHA256.HashData(Encoding.UTF8.GetBytes($"key {i} {n}")))))
                .First(opening => !IsFriendDrawn(opening, own, guess));
            drawn += IsFriendDrawn(best, own, witness) ? 1 : 0;
        }

        Assert.InRange(drawn, Fair - FourDeviations, Fair + FourDeviations);
    }

    [Fact]
    public void FrameOrDesignExchanged_AfterTheCommitments_CommitmentsNoLongerOpen()
    {
        CeremonyScript script = CeremonyScript.At(CeremonyStatus.Revealing);
        foreach (FrozenTask other in new[]
        {
            CeremonyScript.Prepared.Tasks[0] with { FrameRoot = new string('0', 64) },
            CeremonyScript.Prepared.Tasks[0] with { DesignDigest = new string('0', 64) },
            CeremonyScript.Prepared.Tasks[0] with { FrameSize = CeremonyScript.SmallFrame.Size - 1 },
        })
        {
            Opening exchanged = Open(CeremonyScript.Prepared with { Tasks = [other] }, [.. script.Ceremony.Parties]);
            Assert.NotEqual(
                script.Ceremony.Commitments[CeremonyScript.Witness].Commitment,
                SeedText.Commitment(exchanged, CeremonyScript.Witness, CeremonyScript.WitnessValue, Sha256.Instance));
        }
    }

    [Theory]
    [InlineData("frame", "frame")]
    [InlineData("design", "design")]
    [InlineData("selected", "tickets")]
    public void ListExchanged_AfterTheDraw_ThatStepFails(string what, string step)
    {
        CeremonyScript script = CeremonyScript.At(CeremonyStatus.Ready);
        DrawRecord record = script.Record();
        RecordedTask task = record.Tasks[0];
        SelectedUnit first = task.Selected[0];
        FrameUnit spared = CeremonyScript.SmallFrame.Units.First(u => task.Selected.All(s => s.Id != u.Id));
        Frame withoutOne = Frame.Of(CeremonyScript.SmallFrame.Units.Where(u => u.Id != spared.Id));
        DrawRecord forged = what switch
        {
            "design" => record with { Tasks = [task with { DesignText = task.DesignText.Replace("0.4", "0.5", StringComparison.Ordinal) }] },
            "selected" => record with { Tasks = [task with { Selected = [first with { Id = spared.Id }, .. task.Selected[1..]] }] },
            _ => record,
        };
        byte[] frame = what == "frame" ? FrameFile.Write(withoutOne) : CeremonyScript.Frames["T1"];

        RecordVerification verified = new RecordVerifier(new DrawHashes()).Verify(
            RecordDocument.Write(forged), new Dictionary<string, byte[]> { ["T1"] = frame }, CeremonyScript.Keys);

        Assert.Contains(verified.Steps, s => s.Status == VerificationStatus.Failed && s.Id == step);
    }

    [Fact]
    public void AttemptsSearched_VoidedOnceTheOutcomeIsKnown_RecomputableNumberedAndChained()
    {
        // All values are in, so the department can compute the list before it presses "draw"; it does not like it and voids.
        CeremonyScript script = CeremonyScript.At(CeremonyStatus.Ready);
        DrawRecord record = script.Record();
        DrawResult disliked = Engine.Draw(CeremonyScript.SmallFrame, DesignDocument.Parse(CeremonyScript.Design).Design, script.Ceremony.Seed(), "sha-256");
        script.Do(c => c.ProposeVoid("停电", CeremonyScript.OperatorPerson));
        RefusalAssert.Contains("RI1332", () => script.Ceremony.ConfirmVoid(CeremonyScript.OperatorPerson, CeremonyScript.Start));
        CeremonyEvent.Voided voided = (CeremonyEvent.Voided)script.Do(c => c.ConfirmVoid("shou", CeremonyScript.Start + Duration.FromHours(4)));

        // The void record is public, with reason, both persons and all values: anybody computes what would have been drawn.
        DrawRecord left = record with { Seed = null, DrawnAt = null, Tasks = [], Voided = new VoidedDraw(voided.Reason, voided.By, voided.At) };
        Assert.Equal(voided.AuditorRecord, Convert.ToHexStringLower(SHA256.HashData(RecordDocument.Write(left))));
        Opening opening = Opening.Parse(left.OpeningText);
        Seed seed = SeedText.Seed(opening, [.. left.Contributions.Select(c => c.Contribution)], Sha256.Instance);
        DrawResult recomputed = Engine.Draw(CeremonyScript.SmallFrame, DesignDocument.Parse(CeremonyScript.Design).Design, seed, "sha-256");
        Assert.Equal(disliked.Selected, recomputed.Selected);
        Assert.Equal(["qiu", "shou"], left.Voided!.By);

        // The next attempt cannot hide it: without the digest of that record it is no second attempt, and as a first one it is another draw.
        PreviousDraw previous = new(script.Ceremony.Id, voided.AuditorRecord!, voided.Reason);
        string next = Open(CeremonyScript.Prepared with { Draw = "D2026-0002", Attempt = 2, Previous = previous }, [.. script.Ceremony.Parties]).Text;
        Assert.Equal(voided.AuditorRecord, Opening.Parse(next).Previous!.Record.Hex);
        int from = next.IndexOf("\"previous\"", StringComparison.Ordinal), to = next.IndexOf("\"hash\"", StringComparison.Ordinal);
        RefusalAssert.Contains("RI1204", () => Opening.Parse(next.Remove(from, to - from)));
        RefusalAssert.Transition("RI1320", () => script.Ceremony.Draw(record, CeremonyScript.Start), "Void");
    }

    [Theory]
    [InlineData(CeremonyScript.Operator)]
    [InlineData(CeremonyScript.Witness)]
    public void Silence_OfOneParty_StruckInTheRecordAndTheDrawGoesOn(string silent)
    {
        CeremonyScript script = CeremonyScript.With(CeremonyScript.OperatorParty, CeremonyScript.WitnessParty).Open().CommitOperator().CommitWitness();
        Instant late = CeremonyScript.Deadlines.Reveal + Duration.FromSeconds(1);
        if (silent == CeremonyScript.Witness)
        {
            // The witness is the last to reveal: it can compute the list first and then keep silent. One bit, and it is seen.
            script.RevealOperator();
            script.Do(c => c.Strike(silent, late));
        }
        else
        {
            // Without the drawing department's reveal the witness still has the whole time that is left: only the department is struck.
            script.Do(c => c.Strike(silent, late));
            RefusalAssert.Contains("RI1330", () => script.Ceremony.Reveal(CeremonyScript.Witness, CeremonyScript.WitnessPerson, CeremonyScript.WitnessValue, late));
            script.Do(c => c.Strike(CeremonyScript.Witness, late));
            RefusalAssert.Contains("RI1310", () => script.Ceremony.Seed());
            return;
        }

        DrawRecord record = script.Record();
        StruckParty struck = Assert.Single(record.Struck);
        Assert.Equal((silent, "notRevealed"), (struck.Party, struck.Reason));
        Assert.True(record.BreakOff);
        Assert.Equal(Assurance.Operator, record.Assurance);
    }

    [Fact]
    public void FriendRemoved_FromTheListBeforeTheFreeze_ProofCannotBeGiven()
    {
        // A frame that never had the firm's line cannot prove it; and a proof from the whole list does not lead to the shorter one's root.
        CeremonyScript script = CeremonyScript.At(CeremonyStatus.Ready);
        DrawRecord record = script.Record();
        string friend = CeremonyScript.SmallFrame.Units[0].Id;
        Frame shorter = Frame.Of(CeremonyScript.SmallFrame.Units.Skip(1));
        Assert.Null(Engine.Prove(shorter, CeremonyScript.SmallKey, "sha-256", friend));

        Digest digest = Digest.Of(SHA256.HashData(RecordDocument.Write(record)));
        RecordedSubject told = RecordBuilder.Subject(record, "T1", CeremonyScript.SmallFrame, CeremonyScript.SmallKey, friend, Engine, new DrawHashes())!;
        Assert.True(Verify(told).Verifies);
        Assert.Contains(
            Verify(told with { FrameRoot = Engine.Root(shorter, CeremonyScript.SmallKey, "sha-256") }).Steps,
            s => s.Status == VerificationStatus.Failed && s.Id == "subject-line");

        RecordVerification Verify(RecordedSubject subject) => new RecordVerifier(new DrawHashes()).Verify(
            RecordDocument.Write(record.ForSubject(digest, subject)), ImmutableDictionary<string, byte[]>.Empty, ImmutableDictionary<string, FrameKey>.Empty);
    }

    private static ImmutableArray<CeremonyParty> Witnessed { get; } = [CeremonyScript.OperatorParty, CeremonyScript.WitnessParty];

    private static Frame FrameOf(int units) => Frame.Of(Enumerable.Range(0, units)
        .Select(n => new FrameUnit($"F{n:00}", Stratum.Parse("沈河区"), "A", Standing.Drawable)));

    private static Opening Open(ImmutableArray<CeremonyParty> parties, string design = Design, FrameKey? key = null)
    {
        FrozenTask task = CeremonyScript.Prepared.Tasks[0] with
        {
            FrameRoot = Engine.Root(List, key ?? CeremonyScript.SmallKey, "sha-256").Hex,
            FrameSize = List.Size,
            Design = design,
            DesignDigest = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(design))),
        };
        return Open(CeremonyScript.Prepared with { Tasks = [task] }, parties);
    }

    private static Opening Open(CeremonyEvent.Prepared prepared, ImmutableArray<CeremonyParty> parties)
    {
        DrawCeremony ceremony = DrawCeremony.Prepare(new DrawHashes(), prepared);
        foreach (CeremonyParty party in parties)
        {
            ceremony.Enrol(party);
        }

        ceremony.Open(CeremonyScript.Deadlines, CeremonyScript.Start);
        return ceremony.Opening!;
    }

    private static string ValueOf(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));

    private static IEnumerable<string> Values(int ceremony, int count) => Enumerable.Range(0, count).Select(n => ValueOf($"own {ceremony} {n}"));

    /// <summary>Whether the friend comes up if the department gives <paramref name="own"/> and the second party, if there is one, <paramref name="other"/>.</summary>
    private static bool IsFriendDrawn(Opening opening, string own, string? other)
    {
        List<Contribution> values = [new(CeremonyScript.Operator, ContributionKind.Committed, own)];
        if (other is not null)
        {
            OpeningParty second = opening.Parties[1];
            values.Add(new Contribution(second.Party, second.Kind, other));
        }

        Seed seed = SeedText.Seed(opening, values, Sha256.Instance);
        return Engine.Draw(List, Promise, seed, "sha-256").Selected.Any(s => s.Id == Friend);
    }
}
