using RandomInspection.Ledger;

namespace RandomInspection.Drawing;

/// <summary>Checks the host's signatures of a record and its opening.</summary>
/// <remarks>Source: random-inspection-record/1.</remarks>
internal sealed class SignatureVerification(VerificationSteps steps, GivenSignatures given, IDrawHash hash, SignatureAlgorithms algorithms)
{
    public void Verify(byte[] record, byte[] opening)
    {
        Verify("opening-signature", "开启文件的签名", "the signature of the opening", given.Opening, opening, isCalledFor: false);

        // A signature that was taken away must not pass for one that nobody asked about.
        Verify("record-signature", "记录的签名", "the signature of the record", given.Record, record, isCalledFor: !given.SignedBy.IsEmpty);
    }

    private void Verify(string id, string chinese, string english, byte[]? document, byte[] signed, bool isCalledFor)
    {
        if (document is null)
        {
            if (isCalledFor)
            {
                steps.Fail(id, $"{chinese}：指定了签名公钥，却没有签名", $"{english}: a key is named that must have signed, and there is no signature");
            }
            else
            {
                steps.Skip(id, $"{chinese}：未提供", $"{english}: not given");
            }

            return;
        }

        (DetachedSignature? signature, RefusalException? malformed) = Parse(document);
        (string byZh, string byEn) = signature is null ? ("", "")
            : given.SignedBy.IsEmpty ? ($"，公钥 {signature.Key}（是谁的，须另行核实）", $" by {signature.Key} (whose key that is must be known from elsewhere)")
            : ($"，公钥 {signature.Key}", $" by {signature.Key}");
        steps.Check(id, chinese + byZh, english + byEn, () =>
            malformed is not null ? throw malformed
            : !given.SignedBy.IsEmpty && !given.SignedBy.Contains(signature!.Key) ? ("不是所指定的公钥", "it is not a key that was named")
            : signature!.Check(signed, hash, algorithms));
    }

    private static (DetachedSignature? Read, RefusalException? Malformed) Parse(byte[] document)
    {
        try
        {
            return (DetachedSignature.Parse(document), null);
        }
        catch (RefusalException malformed)
        {
            return (null, malformed);
        }
    }
}
