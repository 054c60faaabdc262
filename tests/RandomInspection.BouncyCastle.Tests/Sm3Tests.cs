using System.Text;
using RandomInspection.BouncyCastle;

namespace RandomInspection.Tests;

/// <summary>SM3 against the published answers and against OpenSSL.</summary>
public sealed class Sm3Tests
{
    [Theory]
    [InlineData("abc", 1, "66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0")]
    [InlineData("abcd", 16, "debe9ff92275b8a138604889c18e5a4d6fdb70e5387e5765293dcba39c0c5732")]
    public void Hash_ExamplesOfTheStandard_PublishedAnswers(string part, int times, string answer) => // GB/T 32905-2016, A.1 and A.2
        Assert.Equal(answer, Hex(Encoding.ASCII.GetBytes(string.Concat(Enumerable.Repeat(part, times)))));

    [Fact]
    public async Task Hash_EveryPadding_AsOpenSsl()
    {
        using OpenSsl openssl = await OpenSsl.WithSm2Async();
        foreach (int length in (int[])[0, 1, 54, 55, 56, 57, 63, 64, 65, 119, 120, 1000])
        {
            byte[] message = [.. Enumerable.Range(0, length).Select(i => (byte)(i % 251))];
            await File.WriteAllBytesAsync(openssl["message"], message, TestContext.Current.CancellationToken);
            (int code, string output) = await openssl.RunAsync("dgst", "-sm3", "-r", "message");
            Assert.Equal((0, Hex(message)), (code, output.Split(' ')[0]));
        }
    }

    private static string Hex(byte[] message)
    {
        Span<byte> digest = stackalloc byte[32];
        Sm3.Instance.Hash(message, digest);
        return Convert.ToHexStringLower(digest);
    }
}
