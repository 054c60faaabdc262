using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using RandomInspection.BouncyCastle;
using RandomInspection.Drawing;
using RandomInspection.Ledger;
using static RandomInspection.Tests.Drawing.CeremonyScript;

namespace RandomInspection.Tests.Drawing;

/// <summary>Signatures beside openings and records: their documents, and what verifying finds.</summary>
public sealed class DetachedSignatureTests
{
    private static readonly SignatureAlgorithms Algorithms = new(Sm2Sm3.Instance);
    private static readonly ECDsa Key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
    private static readonly ECDsa OtherKey = ECDsa.Create(ECCurve.NamedCurves.nistP256);
    private static readonly DrawRecord Auditor = At(CeremonyStatus.Ready).Record();
    private static readonly byte[] Record = RecordDocument.Write(Auditor);
    private static readonly byte[] OpeningBytes = Encoding.UTF8.GetBytes(Auditor.OpeningText);

    public static TheoryData<string> Cultures => UnderCulture.Names;

    public static TheoryData<string> AlgorithmNames => ["ecdsa-p256-sha256", "sm2-sm3"];

    [Theory]
    [MemberData(nameof(AlgorithmNames))]
    public async Task Verify_SignedRecordAndOpening_BothStepsHold(string algorithm)
    {
        DetachedSignature record = await SignAsync(Record, algorithm), opening = await SignAsync(OpeningBytes, algorithm);
        RecordVerification found = Verify(Record, record.Write(), opening.Write());
        Assert.True(found.Verifies);
        Assert.Equal((VerificationStatus.Ok, VerificationStatus.Ok), (Status(found, "record-signature"), Status(found, "opening-signature")));
        Assert.Equal(($"记录的签名，公钥 {record.Key}（是谁的，须另行核实）", $"the signature of the record by {record.Key} (whose key that is must be known from elsewhere)"), Said(found, "record-signature"));
        Assert.StartsWith("开启文件的签名，公钥 ", Said(found, "opening-signature").Chinese, StringComparison.Ordinal);

        RecordVerification pinned = Verify(Record, record.Write(), opening.Write(), record.Key, opening.Key);
        Assert.True(pinned.Verifies);
        Assert.Equal(($"记录的签名，公钥 {record.Key}", $"the signature of the record by {record.Key}"), Said(pinned, "record-signature"));
    }

    [Fact]
    public async Task Check_OtherDocumentOrOtherSignature_SaysWhich()
    {
        DetachedSignature signed = await SignAsync(Record, "ecdsa-p256-sha256"), other = await SignAsync(OpeningBytes, "ecdsa-p256-sha256");
        IDrawHash hash = new DrawHashes()["sha-256"];
        Assert.Null(signed.Check(Record, hash, new SignatureAlgorithms()));
        Assert.Equal(("摘要不是这份文件的", "its digest is not the document's"), signed.Check(OpeningBytes, hash, new SignatureAlgorithms()));
        Assert.Equal(("签名与文件、公钥不符", "it is not this key's over the document"), (signed with { Signature = other.Signature }).Check(Record, hash, new SignatureAlgorithms()));
    }

    [Theory]
    [InlineData(CeremonyStatus.Drawn)]
    [InlineData(CeremonyStatus.Void)]
    public void RecordSignatures_DrawnOrVoided_ThoseOfTheEventThatEndedIt(CeremonyStatus ended)
    {
        IReadOnlyList<CeremonyEvent> events = CeremonyScript.At(ended).Events;
        RecordSignatures signatures = new(new DetachedSignature("a", "k", "d", "s"), new DetachedSignature("b", "k", "d", "s"));
        CeremonyEvent last = ended == CeremonyStatus.Drawn ? (CeremonyEvent.Drawn)events[^1] with { Signatures = signatures } : (CeremonyEvent.Voided)events[^1] with { Signatures = signatures };
        Assert.Equal(signatures, DrawCeremony.Replay(new DrawHashes(), [.. events.SkipLast(1), last]).RecordSignatures);
    }

    [Fact]
    public void Verify_NothingGiven_BothStepsSkipped()
    {
        RecordVerification found = Verify(Record, null, null);
        Assert.True(found.Verifies);
        Assert.Equal((VerificationStatus.Skipped, VerificationStatus.Skipped), (Status(found, "record-signature"), Status(found, "opening-signature")));
        Assert.Equal(("记录的签名：未提供", "the signature of the record: not given"), Said(found, "record-signature"));
        Assert.Equal(("开启文件的签名：未提供", "the signature of the opening: not given"), Said(found, "opening-signature"));
    }

    [Fact]
    public async Task Verify_KeyNamedButNoSignature_Fails()
    {
        DetachedSignature opening = await SignAsync(OpeningBytes, "ecdsa-p256-sha256");
        RecordVerification found = Verify(Record, null, null, opening.Key);
        Assert.Equal(["record-signature"], Failed(found));
        Assert.Equal(("记录的签名：指定了签名公钥，却没有签名", "the signature of the record: a key is named that must have signed, and there is no signature"), Said(found, "record-signature"));
        Assert.Equal(["record-signature"], Failed(Verify(Record, null, opening.Write(), opening.Key)));
    }

    [Fact]
    public async Task Verify_SignedByAnotherKeyThanNamed_Fails()
    {
        DetachedSignature record = await SignAsync(Record, "ecdsa-p256-sha256"), opening = await SignAsync(OpeningBytes, "ecdsa-p256-sha256");
        string other = EcdsaP256.PublicKey(OtherKey);
        RecordVerification found = Verify(Record, record.Write(), opening.Write(), other);
        Assert.Equal(["opening-signature", "record-signature"], Failed(found));
        Assert.Equal(
            ($"开启文件的签名，公钥 {opening.Key}：不是所指定的公钥", $"the signature of the opening by {opening.Key}: it is not a key that was named"), Said(found, "opening-signature"));
        Assert.Empty(Failed(Verify(Record, record.Write(), opening.Write(), other, record.Key)));
    }

    [Fact]
    public async Task Verify_AnythingElseInTheDocument_ThatStepFails()
    {
        DetachedSignature good = await SignAsync(Record, "ecdsa-p256-sha256");
        DetachedSignature sm2 = await SignAsync(Record, "sm2-sm3");
        DetachedSignature[] wrong =
        [
            good with { Digest = new string('0', 64) },
            good with { Key = EcdsaP256.PublicKey(OtherKey) },
            good with { Key = sm2.Key },
            good with { Key = "" },
            good with { Algorithm = "sm2-sm3" },
            good with { Algorithm = "none" },
            good with { Algorithm = "" },
            good with { Signature = sm2.Signature },
            good with { Signature = "" },
            good with { Signature = (await SignAsync(OpeningBytes, "ecdsa-p256-sha256")).Signature },
            await SignAsync(OpeningBytes, "ecdsa-p256-sha256"),
            sm2 with { Algorithm = "ecdsa-p256-sha256" },
        ];
        Assert.All(wrong, signature => Assert.Equal(["record-signature"], Failed(Verify(Record, signature.Write(), null))));
        Assert.Contains("RI1340", Step(new RecordVerifier().Verify(Record, Frames, Keys, given: new GivenSignatures { Record = sm2.Write() }), "record-signature").English, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("{}")]
    [InlineData("[]")]
    [InlineData("{\"algorithm\":\"ecdsa-p256-sha256\",\"key\":\"k\",\"digest\":\"00\",\"signature\":\"\"}")]
    [InlineData("{\"algorithm\":\"a\",\"algorithm\":\"b\",\"key\":\"k\",\"digest\":\"D\",\"signature\":\"\"}")]
    [InlineData("{\"algorithm\":\"a\",\"key\":\"k\",\"digest\":\"D\",\"signature\":\"\",\"note\":\"\"}")]
    [InlineData("{\"algorithm\":1,\"key\":\"k\",\"digest\":\"D\",\"signature\":\"\"}")]
    [InlineData("{\"algorithm\":\"a\",\"key\":\"k\",\"digest\":\"D\",\"signature\":\"\"}x")]
    public void Verify_NoDocumentOfASignature_ThatStepFails(string text)
    {
        byte[] document = Encoding.UTF8.GetBytes(text.Replace("D", new string('a', 64), StringComparison.Ordinal));
        Assert.Throws<InputRefusedException>(() => DetachedSignature.Parse(document));
        RecordVerification found = Verify(Record, document, null);
        Assert.Equal(["record-signature"], Failed(found));
        Assert.StartsWith("记录的签名：RI", Said(found, "record-signature").Chinese, StringComparison.Ordinal);
        Assert.StartsWith("the signature of the record: RI", Said(found, "record-signature").English, StringComparison.Ordinal);
        Assert.Equal(["opening-signature"], Failed(Verify(Record, null, document)));
    }

    [Fact]
    public async Task Verify_AnyByteOfTheSignedRecordChanged_NeverVerifies()
    {
        byte[] signature = (await SignAsync(Record, "ecdsa-p256-sha256")).Write();
        for (int i = 0; i < Record.Length; i++)
        {
            byte[] changed = [.. Record];
            changed[i] ^= 1;
            Assert.False(Verify(changed, signature, null).Verifies, $"byte {i}");
        }
    }

    [Theory]
    [MemberData(nameof(Cultures))]
    public async Task WriteAndParse_AnyCulture_SameBytes(string culture)
    {
        DetachedSignature signature = await SignAsync(Record, "ecdsa-p256-sha256");
        byte[] written = UnderCulture.Run(culture, signature.Write);
        Assert.Equal(
            $$"""{"algorithm":"ecdsa-p256-sha256","key":"{{signature.Key}}","digest":"{{Convert.ToHexStringLower(SHA256.HashData(Record))}}","signature":"{{signature.Signature}}"}""" + "\n",
            Encoding.UTF8.GetString(written));
        Assert.Equal(signature, UnderCulture.Run(culture, () => DetachedSignature.Parse(written)));
    }

    [Fact]
    public async Task SignAsync_NoSigner_NoSignature()
    {
        DocumentSigner none = new(Algorithms, new DrawHashes(), signer: null);
        Assert.Null(await none.SignAsync(Record, "sha-256", TestContext.Current.CancellationToken));
        Assert.Equal((null, null, true), (none.Key, none.Algorithm, none.FormerKeys.IsEmpty));
    }

    [Fact]
    public async Task SignAsync_SignerWhoseKeyIsNotItsOwn_Refused()
    {
        InputRefusedException refused = await Assert.ThrowsAsync<InputRefusedException>(async () => await new DocumentSigner(Algorithms, new DrawHashes(), new Mismatched())
            .SignAsync(Record, "sha-256", TestContext.Current.CancellationToken));
        Assert.Equal(("RI1343", EcdsaP256.PublicKey(OtherKey)), (refused.Refusal.Code, refused.Refusal["key"]));
    }

    [Fact]
    public void DocumentSigner_UnknownAlgorithmOrMalformedKeys_Refused()
    {
        Assert.True(Sm2Signer.TryParse(Sm2Signer.CreateKey(), out Sm2Signer? sm2));
        RefusalAssert.Contains("RI1341", () => _ = new DocumentSigner(new SignatureAlgorithms(), new DrawHashes(), sm2), ("key", sm2.Key));
        RefusalAssert.Contains("RI1341", () => _ = new DocumentSigner(Algorithms, new DrawHashes(), sm2, "sm2:"), ("key", "sm2:"));
        RefusalAssert.Contains("RI1341", () => _ = new DocumentSigner(Algorithms, new DrawHashes(), null, "sm2:"), ("key", "sm2:"));
    }

    private static async Task<DetachedSignature> SignAsync(byte[] document, string algorithm)
    {
        ISigner signer = algorithm == "sm2-sm3" && Sm2Signer.TryParse(Sm2Signer.CreateKey(), out Sm2Signer? sm2) ? sm2 : new EcdsaP256Signer(Key);
        return (await new DocumentSigner(Algorithms, new DrawHashes(), signer).SignAsync(document, "sha-256", TestContext.Current.CancellationToken))!;
    }

    private static RecordVerification Verify(byte[] record, byte[]? signature, byte[]? opening, params ImmutableArray<string> signedBy) =>
        new RecordVerifier(new DrawHashes(), Algorithms).Verify(record, Frames, Keys, given: new GivenSignatures { Record = signature, Opening = opening, SignedBy = signedBy });

    private static VerificationStep Step(RecordVerification found, string id) => found.Steps.Single(step => step.Id == id);

    private static (string Chinese, string English) Said(RecordVerification found, string id) => (Step(found, id).Chinese, Step(found, id).English);

    private static VerificationStatus Status(RecordVerification found, string id) => Step(found, id).Status;

    private static string[] Failed(RecordVerification found) => [.. found.Steps.Where(step => step.Status == VerificationStatus.Failed).Select(step => step.Id)];

    /// <summary>A device that holds another key than the one configured.</summary>
    private sealed class Mismatched : ISigner
    {
        private readonly EcdsaP256Signer _signer = new(DetachedSignatureTests.Key);

        public string Algorithm => _signer.Algorithm;

        public string Key => EcdsaP256.PublicKey(OtherKey);

        public ValueTask<byte[]> SignAsync(ReadOnlyMemory<byte> message, CancellationToken cancellation) => _signer.SignAsync(message, cancellation);
    }

    [Fact]
    public void PartySignature_NothingForAnArgument_RefusedByName()
    {
        Assert.Throws<ArgumentNullException>("signature", () => PartySignature.Verify("", [], null!));
        Assert.Throws<ArgumentNullException>("key", () => PartySignature.Sign(null!, []));
    }
}
