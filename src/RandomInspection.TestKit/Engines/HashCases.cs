using System.Text;
using RandomInspection.Drawing;

namespace RandomInspection.TestKit;

/// <summary>What every hash that a draw may name does.</summary>
internal static class HashCases
{
    public static ConformanceContract<IDrawHash> Contract { get; } = new(
        typeof(IDrawHash),
        "HASH",
        "哈希",
        "Hash",
        new("HASH-01", "已知答案：标准文本所载的摘要", "Known answers: the digests of the standard", "FIPS 180-4; GB/T 32905-2016", KnownAsync),
        new("HASH-02", "任意长度、任意对齐，结果相同", "Any length, wherever the bytes lie: the same digest", "IDrawHash", LengthsAsync),
        new("HASH-03", "并发计算互不影响", "Digests made by many at once are the same", "IDrawHash", AtOnceAsync));

    private static Task KnownAsync(Trial<IDrawHash> trial)
    {
        string sixteen = string.Concat(Enumerable.Repeat("abcd", 16));
        (string Message, string Digest)[] known = trial.Subject.Name switch
        {
            "sha-256" =>
            [
                ("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
                ("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
                ("abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq", "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"),
            ],
            "sm3" =>
            [
                ("abc", "66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0"),
                (sixteen, "debe9ff92275b8a138604889c18e5a4d6fdb70e5387e5765293dcba39c0c5732"),
            ],
            _ => throw new NotApplicableException($"一致性测试包没有“{trial.Subject.Name}”的已知答案。", $"The kit has no known answers of \"{trial.Subject.Name}\"."),
        };
        foreach ((string message, string digest) in known)
        {
            Expect.Equal(digest, Digest(trial.Subject, Encoding.ASCII.GetBytes(message)), $"Digest of \"{message}\"");
        }

        return Task.CompletedTask;
    }

    private static Task LengthsAsync(Trial<IDrawHash> trial)
    {
        byte[] bytes = [.. Enumerable.Range(0, 400).Select(n => (byte)(n * 13 % 256))];
        HashSet<string> digests = [];
        for (int length = 0; length < 260; length++)
        {
            string due = Digest(trial.Subject, bytes.AsSpan(0, length));
            Expect.True(digests.Add(due), $"The digest of {length} bytes is that of no shorter message");
            for (int from = 1; from < 9; from++)
            {
                byte[] moved = [.. new byte[from], .. bytes[..length]];
                Expect.Equal(due, Digest(trial.Subject, moved.AsSpan(from)), $"Digest of {length} bytes that begin elsewhere");
            }
        }

        return Task.CompletedTask;
    }

    private static Task AtOnceAsync(Trial<IDrawHash> trial) =>
        Elsewhere.SameAtOnceAsync(trial.Settings.AtOnce, () => string.Join(' ', Enumerable.Range(0, 200).Select(n => Digest(trial.Subject, new byte[n]))), "Digests");

    private static string Digest(IDrawHash hash, ReadOnlySpan<byte> message)
    {
        byte[] digest = new byte[32];
        hash.Hash(message, digest);
        return Convert.ToHexStringLower(digest);
    }
}
