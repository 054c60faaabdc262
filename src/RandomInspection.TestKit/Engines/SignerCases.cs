using RandomInspection.Ledger;

namespace RandomInspection.TestKit;

/// <summary>What every signer and its algorithm do.</summary>
internal static class SignerCases
{
    private const string Format = "random-inspection-record/1";

    private static readonly byte[][] Messages = [[], [0], "抽取记录"u8.ToArray(), [.. Enumerable.Range(0, 100_000).Select(n => (byte)(n * 7 % 256))]];

    public static ConformanceContract<SignerUnderTest> Contract { get; } = new(
        typeof(ISigner),
        "SIGNER",
        "签名者",
        "Signer",
        new("SIGNER-01", "算法与公钥的写法符合规定，且二者相配", "Algorithm and key are written as they must be, and belong together", Format, NamesAsync),
        new("SIGNER-02", "任意长度的消息，签名 64 字节且能以其公钥验证", "Messages of any length get 64 bytes that verify with its key", Format, VerifiesAsync),
        new("SIGNER-03", "公钥始终不变", "The key stays the same", "ISigner", KeyStaysAsync),
        new("SIGNER-04", "并发签名全部有效", "Signatures made by many at once all verify", "ISigner", AtOnceAsync),
        new("SIGNER-05", "已取消则不签", "What is cancelled is not signed", "ISigner", CancelledAsync),
        new("SIGNER-06", "签名之后改动消息缓冲区不影响签名", "The message is what it was when it was given", "ISigner", OwnBytesAsync));

    public static ConformanceContract<SignerUnderTest> Algorithm { get; } = new(
        typeof(ISignatureAlgorithm),
        "ALGORITHM",
        "签名算法",
        "Signature algorithm",
        new("ALGORITHM-01", "消息、签名或公钥变动一位即不通过", "One bit of message, signature or key changed, and it does not verify", Format, ChangedAsync),
        new("ALGORITHM-02", "长度不对的签名不通过，且不抛异常", "A signature of another length does not verify, and nothing is thrown", Format, OtherLengthsAsync),
        new("ALGORITHM-03", "不是公钥的字节不被当作公钥，也不抛异常", "Bytes that are no key are none, and nothing is thrown", "RFC 5480", NoKeysAsync));

    private static Task NamesAsync(Trial<SignerUnderTest> trial)
    {
        (ISigner signer, ISignatureAlgorithm algorithm) = trial.Subject;
        Expect.Equal(algorithm.Name, signer.Algorithm, "Name of the algorithm");
        Expect.True(signer.Key.StartsWith(algorithm.KeyKind + ":", StringComparison.Ordinal), $"The key begins with {algorithm.KeyKind} and a colon");
        byte[] key = Key(trial);
        Expect.Equal($"{algorithm.KeyKind}:{Convert.ToBase64String(key)}", signer.Key, "The key's one way to be written");
        Expect.True(algorithm.IsKey(key), "The algorithm takes the key for one");
        return Task.CompletedTask;
    }

    private static async Task VerifiesAsync(Trial<SignerUnderTest> trial)
    {
        (ISigner signer, ISignatureAlgorithm algorithm) = trial.Subject;
        foreach (byte[] message in Messages)
        {
            byte[] signature = await signer.SignAsync(message, trial.Cancellation);
            Expect.Equal(64, signature.Length, $"Length of the signature over {message.Length} bytes");
            Expect.True(algorithm.Verify(Key(trial), message, signature), $"The signature over {message.Length} bytes verifies");
        }
    }

    private static async Task KeyStaysAsync(Trial<SignerUnderTest> trial)
    {
        string before = trial.Subject.Signer.Key;
        await trial.Subject.Signer.SignAsync(Messages[2], trial.Cancellation);
        Expect.Equal(before, trial.Subject.Signer.Key, "The key after a signature");
    }

    private static async Task AtOnceAsync(Trial<SignerUnderTest> trial)
    {
        (ISigner signer, ISignatureAlgorithm algorithm) = trial.Subject;
        byte[][] signatures = await Scene.AtOnceAsync(trial.Settings.AtOnce, number => signer.SignAsync(new[] { (byte)number }, trial.Cancellation).AsTask());
        foreach ((int number, byte[] signature) in signatures.Index())
        {
            Expect.True(algorithm.Verify(Key(trial), [(byte)number], signature), $"Signature {number} of {signatures.Length} made at once verifies");
        }
    }

    private static Task CancelledAsync(Trial<SignerUnderTest> trial) => Expect.ThrowsAsync<OperationCanceledException>(
        async () => await trial.Subject.Signer.SignAsync(Messages[2], new CancellationToken(canceled: true)), "Signing, cancelled before it began");

    private static async Task OwnBytesAsync(Trial<SignerUnderTest> trial)
    {
        byte[] message = [.. Messages[2]];
        byte[] signature = await trial.Subject.Signer.SignAsync(message, trial.Cancellation);
        message[0] ^= 1;
        Expect.True(trial.Subject.Algorithm.Verify(Key(trial), Messages[2], signature), "The signature over the message as it was");
    }

    private static async Task ChangedAsync(Trial<SignerUnderTest> trial)
    {
        (ISigner signer, ISignatureAlgorithm algorithm) = trial.Subject;
        byte[] message = Messages[2], signature = await signer.SignAsync(message, trial.Cancellation), key = Key(trial);
        Expect.True(algorithm.Verify(key, message, signature), "As signed it verifies");
        for (int bit = 0; bit < 8 * message.Length; bit += 5)
        {
            Expect.True(!algorithm.Verify(key, Changed(message, bit), signature), $"Bit {bit} of the message changed: it does not verify");
        }

        for (int bit = 0; bit < 8 * signature.Length; bit += 5)
        {
            Expect.True(!algorithm.Verify(key, message, Changed(signature, bit)), $"Bit {bit} of the signature changed: it does not verify");
        }

        for (int bit = 0; bit < 8 * key.Length; bit += 5)
        {
            Expect.True(!algorithm.Verify(Changed(key, bit), message, signature), $"Bit {bit} of the key changed: it does not verify");
        }

        Expect.True(!algorithm.Verify(key, [.. message, 0], signature), "A byte more: it does not verify");
    }

    private static async Task OtherLengthsAsync(Trial<SignerUnderTest> trial)
    {
        (ISigner signer, ISignatureAlgorithm algorithm) = trial.Subject;
        byte[] message = Messages[2], signature = await signer.SignAsync(message, trial.Cancellation), key = Key(trial);
        foreach (byte[] other in new[] { [], signature[..63], [.. signature, 0], [.. signature, .. signature], new byte[64], [.. Enumerable.Repeat((byte)0xff, 64)] })
        {
            Expect.True(!algorithm.Verify(key, message, other), $"A signature of {other.Length} bytes that is none");
        }
    }

    private static Task NoKeysAsync(Trial<SignerUnderTest> trial)
    {
        byte[] key = Key(trial);
        foreach (byte[] none in new[] { [], [0], key[..^1], [.. key, 0], new byte[key.Length], [.. key[..^64], .. new byte[64]], [.. Enumerable.Repeat((byte)0xff, key.Length)] })
        {
            Expect.True(!trial.Subject.Algorithm.IsKey(none), $"{none.Length} bytes that are no key");
            Expect.True(!trial.Subject.Algorithm.Verify(none, Messages[2], new byte[64]), $"{none.Length} bytes that are no key verify nothing");
        }

        return Task.CompletedTask;
    }

    private static byte[] Key(Trial<SignerUnderTest> trial) => Convert.FromBase64String(trial.Subject.Signer.Key[(trial.Subject.Algorithm.KeyKind.Length + 1)..]);

    private static byte[] Changed(byte[] bytes, int bit)
    {
        byte[] changed = [.. bytes];
        changed[bit / 8] ^= (byte)(1 << (bit % 8));
        return changed;
    }
}
