using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using NodaTime;
using RandomInspection.Drawing;
using RandomInspection.Drawing.Scale;
using RandomInspection.Ledger;
using static RandomInspection.Tests.Drawing.CeremonyScript;

namespace RandomInspection.Tests.Drawing;

/// <summary>Draws at their edges: what no document says, what a record cannot be, and hosts that sign nothing.</summary>
public sealed class DrawingEdgeTests
{
    private static readonly DrawRecord Auditor = At(CeremonyStatus.Ready).Record();
    private static readonly byte[] AuditorBytes = RecordDocument.Write(Auditor);
    private static readonly DrawHashes Hashes = new();

    private static DrawRecord Voided => CeremonyRecord.Void(At(CeremonyStatus.Void).Ceremony, new VoidedDraw("停电", [OperatorPerson, "shou"], Start));

    [Fact]
    public void Words_OfNoName_NotGuessed()
    {
        Assert.Equal("kind", Assert.Throws<ArgumentOutOfRangeException>(() => ChoiceFrame.StratumOf((ChoiceKind)99)).ParamName);
        Assert.Equal("kind", Assert.Throws<ArgumentOutOfRangeException>(() => ((ContributionKind)99).Word()).ParamName);
        Assert.Equal("view", Assert.Throws<ArgumentOutOfRangeException>(() => RecordDocument.Write(Auditor with { View = (RecordView)99 })).ParamName);
    }

    [Fact]
    public void Parse_OpeningOfDrawsAndMatches_RI1204()
    {
        using JsonDocument match = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(RepositoryFiles.Vectors, "records", "match.public.json")));
        JsonNode ofMatch = JsonNode.Parse(match.RootElement.GetProperty("opening").GetString()!)!;
        JsonNode opening = JsonNode.Parse(Auditor.OpeningText)!;
        JsonNode task = ofMatch["tasks"]![0]!.DeepClone();
        task["id"] = "T9";
        opening["tasks"]!.AsArray().Add(task);
        RefusalAssert.Contains("RI1204", () => Opening.Parse(opening.ToJsonString()), ("member", "tasks"));
        opening["tasks"]!.AsArray().RemoveAt(0);
        Assert.Equal("T9", Assert.Single(Opening.Parse(opening.ToJsonString()).Matches).Id);
    }

    [Theory]
    [InlineData(0, "0 %")]
    [InlineData(1, "0.0000001 %")]
    [InlineData(125_000_000, "12.5 %")]
    [InlineData(200_000_000, "20 %")]
    [InlineData(1_000_000_000, "100 %")]
    public void Percent_OfARate_Exactly(int nano, string text) => Assert.Equal(text, RateText.Percent(nano));

    [Fact]
    public void Subject_NoSuchTaskVoidOrNotInTheFrame_SaidSo()
    {
        Assert.Equal("taskId", Assert.Throws<ArgumentException>(() => Subject(Auditor, "T2", "U00")).ParamName);
        Assert.Equal("record", Assert.Throws<ArgumentException>(() => Subject(Voided with { Tasks = Auditor.Tasks }, "T1", "U00")).ParamName);
        Assert.Null(Subject(Auditor, "T1", "U99"));
    }

    [Fact]
    public void Read_VoidRecordWithAResult_RI1204NamesTheOutcome()
    {
        string text = Text(Voided);
        Assert.Null(RecordDocument.Read(Encoding.UTF8.GetBytes(text)).Seed);
        Refused(text.Replace("\"tasks\":[]", "\"tasks\":[{}]", StringComparison.Ordinal), "RI1204", "outcome");
        Refused(text.Replace("\"tasks\":[]", "\"tasks\":[],\"matches\":[{}]", StringComparison.Ordinal), "RI1204", "outcome");
        string open = Text(Voided.ForPublic(Digest.Parse(new string('a', 64))));
        Refused(open.Replace("\"view\":\"public\"", "\"view\":\"subject\"", StringComparison.Ordinal).Replace("\"tasks\":[]", "\"subject\":{}", StringComparison.Ordinal), "RI1204", "outcome");
        JsonNode by = JsonNode.Parse(text)!["void"]!["by"]!;
        Refused(text.Replace(by.ToJsonString(), "[\"qiu\"]", StringComparison.Ordinal), "RI1204", "void.by");
        Refused(text.Replace(by.ToJsonString(), "[\"qiu\",\"shou\",\"jian\"]", StringComparison.Ordinal), "RI1204", "void.by");
    }

    [Fact]
    public void Verify_VoidedByOnePersonTwice_StepFails()
    {
        Assert.True(Verify(RecordDocument.Write(Voided)).Verifies);
        string text = Text(Voided);
        string by = JsonNode.Parse(text)!["void"]!["by"]!.ToJsonString();
        RecordVerification verified = Verify(Encoding.UTF8.GetBytes(text.Replace(by, "[\"qiu\",\"qiu\"]", StringComparison.Ordinal)));
        Assert.Equal("void", Assert.Single(verified.Steps, step => step.Status == VerificationStatus.Failed).Id);
    }

    [Theory]
    [InlineData("\"class\":\"A\"", "\"class\":\"A B\"", "RI1102", null)]
    [InlineData("\"population\":2,\"drawable\":1", "\"population\":2,\"drawable\":3", "RI1204", "tasks[0].cells")]
    [InlineData("\"version\":7", "\"version\":\"\"", "RI1204", "tasks[0].directory.version")]
    [InlineData("\"version\":7", "\"version\":-7", "RI1204", "tasks[0].directory.version")]
    [InlineData("\"breakOff\":", "\"breakOff\":\"x\",\"x\":", "RI1202", null)]
    [InlineData("\"expectedNano\":\"", "\"expectedNano\":\"x", "RI1204", "tasks[0].cells")]
    [InlineData("\"expectedNano\":\"", "\"expectedNano\":\"0", "RI1204", "tasks[0].cells")]
    public void Read_MemberThatCannotBe_Refused(string old, string now, string code, string? member)
    {
        string text = Encoding.UTF8.GetString(AuditorBytes);
        int at = text.IndexOf(old, StringComparison.Ordinal);
        Assert.True(at >= 0, text);
        Refusal refusal = RefusalAssert.Contains(code, () => RecordDocument.Read(Encoding.UTF8.GetBytes(text[..at] + now + text[(at + old.Length)..])));
        Assert.StartsWith(member ?? "", refusal["member"] ?? "", StringComparison.Ordinal);
    }

    [Fact]
    public void Read_ClassesOfNoName_RI1204()
    {
        string text = Encoding.UTF8.GetString(AuditorBytes);
        string changed = text.Replace(",\"tasks\":[", ",\"classes\":\"open\",\"tasks\":[", StringComparison.Ordinal);
        Refusal refusal = Assert.Throws<InputRefusedException>(() => RecordDocument.Read(Encoding.UTF8.GetBytes(changed))).Refusal;
        Assert.Equal(("RI1204", "classes"), (refusal.Code, refusal["member"]));
    }

    [Fact]
    public void Read_DirectoryWhoseVersionIsAText_TheSameAgain()
    {
        DrawRecord record = Auditor with { Tasks = [Auditor.Tasks[0] with { Directory = Auditor.Tasks[0].Directory! with { Version = 0, VersionText = "2026年11月" } }] };
        byte[] bytes = RecordDocument.Write(record);
        RecordedDirectory read = RecordDocument.Read(bytes).Tasks[0].Directory!;
        Assert.Equal(("2026年11月", 0), (read.VersionText, read.Version));
        Assert.Equal(bytes, RecordDocument.Write(RecordDocument.Read(bytes)));
        Assert.Equal((null, 7), (RecordDocument.Read(AuditorBytes).Tasks[0].Directory!.VersionText, RecordDocument.Read(AuditorBytes).Tasks[0].Directory!.Version));
    }

    [Fact]
    public void Read_SubjectOfACellWithoutACutoff_TheSameAgain()
    {
        RecordedSubject subject = Subject(Auditor, "T1", "U00")!;
        byte[] bytes = RecordDocument.Write(Auditor.ForSubject(Digest.Of(SHA256.HashData(AuditorBytes)), subject with { Cutoff = null, Drawn = false }));
        Assert.Contains("\"cutoff\":null", Encoding.UTF8.GetString(bytes), StringComparison.Ordinal);
        Assert.Null(RecordDocument.Read(bytes).Subject!.Cutoff);
        Assert.Equal(bytes, RecordDocument.Write(RecordDocument.Read(bytes)));
    }

    [Fact]
    public void OutOfOrder_PublicValueBeforeItsMoment_Named()
    {
        CeremonyScript script = With(OperatorParty, WitnessParty, LotteryParty with { Time = "2026-11-23T03:30:00Z" }).Open().CommitOperator().CommitWitness().RevealOperator().RevealWitness();
        script.Do(c => c.EnterPublicValue(Lottery, OperatorPerson, LotteryValue, Start + Duration.FromHours(3)));
        DrawRecord record = script.Record();
        Opening opening = Opening.Parse(record.OpeningText);
        Assert.Equal(Instant.FromUtc(2026, 11, 23, 3, 30), RecordTimes.FixedAt(opening.Party(Lottery)));
        Assert.Null(RecordTimes.OutOfOrder(record, opening));
        Assert.Null(RecordTimes.FixedAt(opening.Party(Operator)));
        DrawRecord early = record with { Contributions = [.. record.Contributions.Select(c => c.Contribution.Party == Lottery ? c with { At = Start + Duration.FromHours(2) } : c)] };
        (string chinese, string english) = RecordTimes.OutOfOrder(early, opening)!.Value;
        Assert.StartsWith($"{Lottery} (", english, StringComparison.Ordinal);
        Assert.Contains($"stands before {Lottery}.time", english, StringComparison.Ordinal);
        Assert.Contains($"早于 {Lottery}.time", chinese, StringComparison.Ordinal);
        RecordedContribution dice = new(new Contribution("dice", ContributionKind.Public, "123456"), Start + Duration.FromHours(2));
        Assert.Null(RecordTimes.OutOfOrder(record with { Contributions = [.. record.Contributions, dice] }, opening)); // whose moment is not the lottery's
        DrawRecord late = record with { Contributions = [.. record.Contributions.Select(c => c.Contribution.Party == Operator ? c with { At = Instant.FromUtc(2026, 11, 23, 3, 40) } : c)] };
        Assert.Contains("deadline", RecordTimes.OutOfOrder(late, opening)!.Value.English, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("2026-11-23T03:30:00Z", true)]
    [InlineData("2026-11-23T03:30:00.5Z", true)]
    [InlineData("2026-11-23T03:30:00.50Z", false)]
    [InlineData("2026-11-23T03:30:00", false)]
    [InlineData("2026-02-30T03:30:00Z", false)]
    [InlineData("-0001-11-23T03:30:00Z", false)]
    [InlineData("0000-11-23T03:30:00Z", false)]
    [InlineData("0001-01-01T00:00:00Z", true)]
    [InlineData("9999-12-31T23:59:59Z", true)]
    [InlineData("Monday", false)]
    [InlineData("", false)]
    public void Moment_Text_OnlyTheOneWritingOfAMoment(string text, bool isMoment) => Assert.Equal(isMoment, RecordTimes.Moment(text) is not null);

    [Fact]
    public void Verify_SubjectWithPartitionsAtHand_TheyAreChecked()
    {
        DrawRecord subject = Auditor.ForSubject(Digest.Of(SHA256.HashData(AuditorBytes)), Subject(Auditor, "T1", "U00")!);
        Frame half = Frame.Of(SmallFrame.Units.Where(unit => unit.Id[1] < '2'));
        Dictionary<string, ImmutableArray<PartitionFile>> partitions = new()
        {
            ["T1"] = [new PartitionFile("甲", new PartitionRule.Range("U", "U2"), FrameFile.Write(half)) { Root = new DrawEngine().Root(half, SmallKey, "sha-256") }],
        };
        RecordVerification verified = new RecordVerifier().Verify(RecordDocument.Write(subject), new Dictionary<string, byte[]>(), Keys, partitions: partitions);
        Assert.Contains(verified.Steps, step => step.Id == "partition.甲" && step.Status == VerificationStatus.Ok);
        Assert.Contains(verified.Steps, step => step.Id == "frame" && step.Status == VerificationStatus.Failed); // half of the frame has another root
        RecordVerification without = new RecordVerifier().Verify(RecordDocument.Write(subject), new Dictionary<string, byte[]>(), new Dictionary<string, FrameKey>(), partitions: partitions);
        Assert.DoesNotContain(without.Steps, step => step.Id.StartsWith("partition", StringComparison.Ordinal));
        Assert.True(without.Verifies);
    }

    [Fact]
    public void Verify_MatchesOfAnotherName_StepFailsInBothLanguages()
    {
        string text = File.ReadAllText(Path.Combine(RepositoryFiles.Vectors, "records", "match.public.json"));
        Assert.Contains("\"matches\":[{\"id\":\"T1\"", text, StringComparison.Ordinal);
        RecordVerification verified = Verify(Encoding.UTF8.GetBytes(text.Replace("\"matches\":[{\"id\":\"T1\"", "\"matches\":[{\"id\":\"T2\"", StringComparison.Ordinal)));
        VerificationStep failed = Assert.Single(verified.Steps, step => step.Status == VerificationStatus.Failed);
        Assert.Equal(("matches", "匹配与开启文件不符", "the matches are not those of the opening"), (failed.Id, failed.Text(Language.Chinese), failed.Text(Language.English)));
    }

    [Fact]
    public void Verify_CellsSwappedSoThatOnlyTheFrameTells_SelectionFailsForWhoHasIt()
    {
        CeremonyScript script = At(CeremonyStatus.Ready);
        DrawResult result = new DrawEngine().Draw(SmallFrame, DesignDocument.Parse(Design).Design, script.Ceremony.Seed(), "sha-256");
        RecordedTask task = RecordBuilder.Task("T1", Design, result, new RecordedDirectory(7, "everything", Prepared.Tasks[0].LeftOut), SmallFrame);
        ImmutableArray<Cell> swapped = (
            from i in Enumerable.Range(0, task.SelectedCells.Length)
            from j in Enumerable.Range(0, task.SelectedCells.Length)
            where task.SelectedCells[i] != task.SelectedCells[j]
            let cells = task.SelectedCells.SetItem(i, task.SelectedCells[j]).SetItem(j, task.SelectedCells[i])
            where task.SelectedCells.Distinct().All(cell => cells.LastIndexOf(cell) == task.SelectedCells.LastIndexOf(cell))
            select cells).First();
        DrawRecord lie = CeremonyRecord.Drawn(script.Ceremony, [task with { SelectedCells = swapped }], Start + Duration.FromHours(4), ClassPublication.Published);
        Assert.True(Verify(RecordDocument.Write(lie)).Verifies);
        RecordVerification verified = new RecordVerifier().Verify(RecordDocument.Write(lie), Frames, Keys);
        VerificationStep failed = Assert.Single(verified.Steps, step => step.Status == VerificationStatus.Failed);
        Assert.Contains("not the cells that the frame says", failed.English, StringComparison.Ordinal);
    }

    [Fact]
    public void Verify_DigestGiven_StepSaysWhetherItIsTheRecords()
    {
        Digest right = Digest.Of(SHA256.HashData(AuditorBytes)), wrong = Digest.Parse(new string('0', 64));
        Assert.Equal(VerificationStatus.Ok, Step(right).Status);
        Assert.Equal(VerificationStatus.Failed, Step(wrong).Status);
        Assert.Contains(right.Hex, Step(wrong).English, StringComparison.Ordinal);

        VerificationStep Step(Digest digest) => new RecordVerifier().Verify(AuditorBytes, Frames, Keys, digest: digest).Steps.Single(step => step.Id == "digest");
    }

    [Fact]
    public void Quietly_RefusedOrFailed_OnlyTheRefusalIsPassedOver()
    {
        VerificationSteps.Quietly(() => FrameFile.Read("no frame"u8.ToArray()));
        Assert.Throws<InvalidOperationException>(() => VerificationSteps.Quietly(() => throw new InvalidOperationException()));
    }

    [Fact]
    public void Ticket_OfALongText_IsTheHashOfSeedAndText()
    {
        Seed seed = Seed.Parse(new string('a', 64));
        SeededHash hash = new(seed, Sha256.Instance);
        foreach (int length in new[] { 5000, 1, 400 })
        {
            string text = new('x', length);
            Assert.Equal(new Ticket(SHA256.HashData(Encoding.ASCII.GetBytes(seed.Hex + text))), hash.Ticket(text));
        }
    }

    [Theory]
    [InlineData("""{"a":"\u0041\n\""}""", true)]
    [InlineData("""{"a":"\u007f"}""", true)]
    [InlineData("""{"a":"\u0080"}""", false)]
    [InlineData("""{"a":"\u00e9"}""", false)]
    [InlineData("""{"a":"\u4e2d"}""", false)]
    [InlineData("""{"a": 1}""", false)]
    public void RequireCompact_EscapesAndWhiteSpace_OnlyAsWeWrite(string text, bool isCompact)
    {
        byte[] bytes = Encoding.UTF8.GetBytes(text + "\n");
        if (isCompact)
        {
            StrictJson.RequireCompact("x", bytes);
        }
        else
        {
            RefusalAssert.Contains("RI1201", () => StrictJson.RequireCompact("x", bytes), ("document", "x"));
        }
    }

    [Theory]
    [InlineData("0", 0L)]
    [InlineData("7", 7L)]
    [InlineData("9223372036854775807", long.MaxValue)]
    [InlineData("", null)]
    [InlineData("07", null)]
    [InlineData("-1", null)]
    [InlineData("1.5", null)]
    [InlineData("9223372036854775808", null)]
    public void IntegerText_Text_OnlyWholeNumbersOfOneWriting(string text, long? value)
    {
        StrictJson json = StrictJson.Parse("x", Encoding.UTF8.GetBytes($$"""{"n":"{{text}}"}"""));
        if (value is { } whole)
        {
            Assert.Equal(whole, json.IntegerText("n"));
        }
        else
        {
            RefusalAssert.Contains("RI1204", () => json.IntegerText("n"), ("member", "n"));
        }
    }

    [Theory]
    [InlineData("true", true)]
    [InlineData("false", false)]
    [InlineData("1", null)]
    [InlineData("\"true\"", null)]
    [InlineData("null", null)]
    public void Boolean_Value_OnlyTrueOrFalse(string raw, bool? value)
    {
        StrictJson json = StrictJson.Parse("x", Encoding.UTF8.GetBytes($$"""{"b":{{raw}}}"""));
        if (value is { } known)
        {
            Assert.Equal(known, json.Boolean("b"));
        }
        else
        {
            RefusalAssert.Contains("RI1204", () => json.Boolean("b"), ("member", "b"));
        }
    }

    [Fact]
    public void WrongReserve_OutOfOrderUsedMissingOrTooMany_Named()
    {
        RecordedTask task = Auditor.Tasks[0];
        Assert.Null(TaskRanking.WrongReserve(task, 1));
        ReserveUnit first = task.Reserves[0];
        CellResult cell = task.Cells.First(c => c.Expectation.Count.Cell == first.Cell);
        Assert.Contains("out of order, or already used", Wrong(first with { Id = task.Selected[0].Id }), StringComparison.Ordinal);
        Assert.Contains("out of order, or already used", Wrong(first with { Ticket = cell.Cutoff!.Value }), StringComparison.Ordinal);
        Assert.Contains("are due", TaskRanking.WrongReserve(task with { Reserves = task.Reserves.RemoveAt(0) }, 1)!.Value.English, StringComparison.Ordinal);
        Assert.Equal("1 too many", TaskRanking.WrongReserve(task with { Reserves = task.Reserves.Add(task.Reserves[^1]) }, 1)!.Value.English);

        string Wrong(ReserveUnit other) => TaskRanking.WrongReserve(task with { Reserves = task.Reserves.SetItem(0, other) }, 1)!.Value.English;
    }

    [Fact]
    public void WrongCutoff_WithoutAUnitOrRoom_Named()
    {
        RecordedTask task = Auditor.Tasks[0];
        Assert.Null(TaskRanking.WrongCutoff(task));
        int place = task.Cells.Select((cell, i) => (cell, i)).First(pair => pair.cell.Cutoff is not null).i;
        Assert.Contains("contradict each other", Wrong(task.Cells[place] with { Cutoff = null }), StringComparison.Ordinal);
        Assert.Contains("not the ticket of a selected unit", Wrong(task.Cells[place] with { Cutoff = task.Reserves[0].Ticket }), StringComparison.Ordinal);
        int last = task.Cells.Select((cell, i) => (cell, i)).MaxBy(pair => pair.cell.Cutoff).i;
        RecordedTask full = task with { Cells = task.Cells.SetItem(last, task.Cells[last] with { Size = 0, Cutoff = null }) };
        Assert.Contains("finds no room", TaskRanking.WrongCutoff(full)!.Value.English, StringComparison.Ordinal);

        string Wrong(CellResult other) => TaskRanking.WrongCutoff(task with { Cells = task.Cells.SetItem(place, other) })!.Value.English;
    }

    [Fact]
    public async Task DocumentSigner_WithoutASigner_SignsNothing()
    {
        DocumentSigner nobody = new(new SignatureAlgorithms(), Hashes, null);
        Assert.Null(nobody.Key);
        Assert.Null(nobody.Algorithm);
        Assert.Null(await nobody.SignAsync("x"u8.ToArray(), "sha-256", TestContext.Current.CancellationToken));
        Assert.Null(await nobody.SignAsync(Auditor, "sha-256", TestContext.Current.CancellationToken));
        using ECDsa key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        DocumentSigner host = new(new SignatureAlgorithms(), Hashes, new EcdsaP256Signer(key));
        Assert.Equal((EcdsaP256.PublicKey(key), EcdsaP256.Instance.Name), (host.Key, host.Algorithm));
        RecordSignatures signed = (await host.SignAsync(Auditor, "sha-256", TestContext.Current.CancellationToken))!;
        Assert.Null(signed.Auditor.Check(AuditorBytes, Hashes["sha-256"], new SignatureAlgorithms()));
    }

    [Fact]
    public void Ceremony_BeforeAnOpening_ShowsNothingAndHasNoSignatures()
    {
        DrawCeremony prepared = At(CeremonyStatus.Prepared).Ceremony;
        Assert.Equal("RI1320", Assert.Throws<TransitionRefusedException>(() => prepared.Published()).Refusal.Code);
        Assert.Null(prepared.RecordSignatures);
        Assert.False(prepared.WaitsForDrawingReveal(CeremonyScript.Witness));
        Assert.True(At(CeremonyStatus.Revealing).Ceremony.WaitsForDrawingReveal(CeremonyScript.Witness));
        Assert.False(At(CeremonyStatus.Revealing).Ceremony.WaitsForDrawingReveal(Operator));
        PublishedCeremony published = At(CeremonyStatus.AwaitingPublicValue).Ceremony.Published();
        Assert.Equal([Operator, CeremonyScript.Witness], published.Commitments.Keys);
        Assert.Equal([OperatorValue, WitnessValue], published.Revealed.Values); // a public value is nobody's secret
        Assert.Empty(published.Struck);
        Assert.Null(At(CeremonyStatus.Drawn).Ceremony.RecordSignatures); // the script's host signs nothing
        Assert.Null(At(CeremonyStatus.Void).Ceremony.RecordSignatures);
    }

    [Fact]
    public void DrawHashes_Names_AreThoseThatOpeningsMayName()
    {
        Assert.Equal(["sha-256"], Hashes.Names);
        Assert.Equal(["sha-256", "sm3"], new DrawHashes(RandomInspection.BouncyCastle.Sm3.Instance).Names.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void SecretContributor_SignerOfAnotherKind_Refused()
    {
        Assert.Equal("signer", Assert.Throws<ArgumentException>(() => new SecretContributor("op", new byte[32], new OtherSigner(), Hashes)).ParamName);
        Assert.Equal("secret", Assert.Throws<ArgumentOutOfRangeException>(() => new SecretContributor("op", new byte[31], new OtherSigner(), Hashes)).ParamName);
    }

    private static RecordedSubject? Subject(DrawRecord record, string task, string id) => RecordBuilder.Subject(record, task, SmallFrame, SmallKey, id, new DrawEngine(), Hashes);

    private static string Text(DrawRecord record) => Encoding.UTF8.GetString(RecordDocument.Write(record));

    private static RecordVerification Verify(byte[] record) => new RecordVerifier().Verify(record, new Dictionary<string, byte[]>(), new Dictionary<string, FrameKey>());

    private static void Refused(string text, string code, string member) => RefusalAssert.Contains(code, () => RecordDocument.Read(Encoding.UTF8.GetBytes(text)), ("member", member));

    private sealed class OtherSigner : ISigner
    {
        public string Algorithm => "sm2-sm3";

        public string Key => "sm2:AAAA";

        public ValueTask<byte[]> SignAsync(ReadOnlyMemory<byte> message, CancellationToken cancellation) => throw new NotSupportedException();
    }
}
