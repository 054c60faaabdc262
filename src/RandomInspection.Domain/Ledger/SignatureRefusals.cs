namespace RandomInspection.Ledger;

/// <summary>What keys and signatures can be refused for: RI134x.</summary>
public static class SignatureRefusals
{
    private const string RecordFormat = "random-inspection-record/1";

    /// <summary>A signature names an algorithm that is not known. Values: algorithm, known.</summary>
    public static RefusalDefinition UnknownAlgorithm { get; } = new(
        "RI1340",
        "未知的签名算法“{algorithm}”；已知：{known}。",
        "The signature algorithm \"{algorithm}\" is not known; known are: {known}.",
        "使用 sm2-sm3 时请先注册其实现。",
        "For sm2-sm3 register its implementation first.",
        RecordFormat);

    /// <summary>A text is no public key. Values: key, kind.</summary>
    public static RefusalDefinition MalformedKey { get; } = new(
        "RI1341",
        "“{key}”不是公钥；应为 {kind}:BASE64。",
        "\"{key}\" is not a public key; it is written {kind}:BASE64.",
        "冒号后是 SubjectPublicKeyInfo 的 base64：91 字节，点在曲线上且未压缩。",
        "After the colon stands the base64 of the SubjectPublicKeyInfo: 91 bytes, the point on the curve and uncompressed.",
        RecordFormat);

    /// <summary>A text is no signature. Values: signature.</summary>
    public static RefusalDefinition MalformedSignature { get; } = new(
        "RI1342",
        "“{signature}”不是签名。",
        "\"{signature}\" is not a signature.",
        "签名是 64 字节 r‖s 的 base64（含填充，写法唯一）。",
        "A signature is the base64 of the 64 bytes r‖s, padded and canonical.",
        RecordFormat);

    /// <summary>What a signer gave does not verify with its own key. Values: algorithm, key.</summary>
    public static RefusalDefinition SignerFails { get; } = new(
        "RI1343",
        "签名者给出的签名与其公钥 {key}（{algorithm}）不符，未作任何发布。",
        "What the signer gave does not verify with its key {key} ({algorithm}); nothing was published.",
        "请核对签名设备中的私钥与所配置的公钥是否成对。",
        "Check that the private key of the device and the public key configured belong together.",
        RecordFormat);
}
