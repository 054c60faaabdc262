using System.Security.Cryptography;
using System.Text;
using NodaTime;
using RandomInspection.Drawing;

namespace RandomInspection.Tests.Drawing;

/// <summary>The record of a match: <c>tests/vectors/records/match.*.json</c>, which the verifiers of other languages read.</summary>
public sealed class MatchRecordTests
{
    // ECDSA takes a chance for every signature, so these were made once.
    private const string OperatorSignature = "xe6cSgLZH+VYTpBJsWloorba/at30RznBsyzg5d5pNox9t+Id8vEXBu2M2wWgNFC9seVwG+41iF7+hm4HqbuVQ==";
    private const string WitnessSignature = "RmWPp44gYcQeajdpgwN1uxaS2dkKP/hAhFHRHiVVmsBtPy4p+mV+DxjiWyintHJD3WmszFyshcPdzcDxCG3peg==";

    [Theory]
    [InlineData("auditor")]
    [InlineData("public")]
    public void Write_RecordOfAMatch_TheVectorByteForByte(string view)
    {
        byte[] expected = File.ReadAllBytes(Path.Combine(RepositoryFiles.Vectors, "records", $"match.{view}.json"));
        Assert.Equal(Encoding.UTF8.GetString(expected), Encoding.UTF8.GetString(RecordDocument.Write(Record(view))));
    }

    [Theory]
    [InlineData("auditor")]
    [InlineData("public")]
    public void Verify_RecordOfAMatch_HoldsWithTheTeamsSkipped(string view)
    {
        byte[] bytes = File.ReadAllBytes(Path.Combine(RepositoryFiles.Vectors, "records", $"match.{view}.json"));
        RecordVerification verification = new RecordVerifier(new DrawHashes()).Verify(bytes, new Dictionary<string, byte[]>(), new Dictionary<string, FrameKey>());
        Assert.True(verification.Verifies);
        Assert.Contains("ri match", verification.Steps.Single(step => step.Id == "match.T1").Text(Language.English), StringComparison.Ordinal);
    }

    [Fact]
    public void Prepare_NeitherTasksNorMatchOrBoth_Refused()
    {
        FrozenMatch match = new("T1", "D2026-0001", Hex("problem"), Hex("file"), Hex("visits"), 3, 2, 7, [], 0);
        Assert.Throws<ArgumentOutOfRangeException>(() => DrawCeremony.Prepare(new DrawHashes(), CeremonyScript.Prepared with { Tasks = [] }));
        Assert.Throws<ArgumentOutOfRangeException>(() => DrawCeremony.Prepare(new DrawHashes(), CeremonyScript.Prepared with { Match = match }));
    }

    [Fact]
    public void MatchOrDraw_CeremonyOfTheOther_RefusedAndUnchanged()
    {
        CeremonyScript draw = CeremonyScript.At(CeremonyStatus.Ready);
        TransitionRefusedException refused = Assert.Throws<TransitionRefusedException>(
            () => draw.Ceremony.Match(draw.Record(), new MatchOutcome(Hex("result"), Hex("file"), 4, 1), CeremonyScript.Start));
        Assert.Equal(("RI1320", "matching"), (refused.Refusal.Code, refused.Command));
        Assert.Equal(CeremonyStatus.Ready, draw.Ceremony.Status);
        Assert.Throws<ArgumentException>(() => CeremonyRecord.Matched(draw.Ceremony, new MatchOutcome(Hex("result"), Hex("file"), 4, 1), CeremonyScript.Start));
    }

    private static DrawRecord Record(string view)
    {
        DrawRecord auditor = Record();
        return view == "auditor" ? auditor : auditor.ForPublic(Digest.Of(SHA256.HashData(RecordDocument.Write(auditor))));
    }

    private static DrawRecord Record()
    {
        CeremonyEvent.Prepared prepared = CeremonyScript.Prepared with
        {
            Draw = "M2026-0001",
            Tasks = [],
            Match = new FrozenMatch("T1", "D2026-0001", Hex("problem"), Hex("file of the problem"), Hex("file of the visits"), 4, 2, 7, [], 0),
        };
        Instant start = CeremonyScript.Start;
        DrawCeremony ceremony = DrawCeremony.Prepare(new DrawHashes(), prepared);
        ceremony.Enrol(CeremonyScript.OperatorParty);
        ceremony.Enrol(CeremonyScript.WitnessParty);
        ceremony.Enrol(CeremonyScript.LotteryParty);
        ceremony.Open(CeremonyScript.Deadlines, start);
        ceremony.Commit(CeremonyScript.Operator, CeremonyScript.OperatorPerson, Commitment(ceremony, CeremonyScript.Operator, CeremonyScript.OperatorValue), OperatorSignature, start);
        ceremony.Commit(CeremonyScript.Witness, CeremonyScript.WitnessPerson, Commitment(ceremony, CeremonyScript.Witness, CeremonyScript.WitnessValue), WitnessSignature, start);
        ceremony.Reveal(CeremonyScript.Operator, CeremonyScript.OperatorPerson, CeremonyScript.OperatorValue, start);
        ceremony.Reveal(CeremonyScript.Witness, CeremonyScript.WitnessPerson, CeremonyScript.WitnessValue, start);
        ceremony.EnterPublicValue(CeremonyScript.Lottery, CeremonyScript.OperatorPerson, CeremonyScript.LotteryValue, start + Duration.FromHours(3));
        MatchOutcome result = new(Hex("result"), Hex("file of the result"), 4, 1);
        DrawRecord record = CeremonyRecord.Matched(ceremony, result, start + Duration.FromHours(4));
        ceremony.Match(record, result, start + Duration.FromHours(4));
        return record;
    }

    private static Digest Commitment(DrawCeremony ceremony, string party, string value) => SeedText.Commitment(ceremony.Opening!, party, value, Sha256.Instance);

    private static string Hex(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}
