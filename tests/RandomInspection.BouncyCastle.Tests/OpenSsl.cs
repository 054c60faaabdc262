using System.Diagnostics;
using System.Formats.Asn1;
using System.Numerics;

namespace RandomInspection.Tests;

/// <summary>The machine's OpenSSL, an implementation that shares no code with BouncyCastle, in a folder of its own.</summary>
internal sealed class OpenSsl : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("ri-openssl-").FullName;

    private OpenSsl()
    {
    }

    /// <summary>The path of a file in the folder.</summary>
    public string this[string name] => Path.Combine(_folder, name);

    /// <summary>OpenSSL, if it is there and knows SM2 and SM3; otherwise the test is skipped, saying so.</summary>
    public static async Task<OpenSsl> WithSm2Async()
    {
        OpenSsl openssl = new();
        bool has;
        try
        {
            has = (await openssl.RunAsync("genpkey", "-algorithm", "SM2", "-out", openssl["probe.pem"])).Code == 0;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            has = false;
        }

        Assert.SkipUnless(has, "openssl with SM2 is not on PATH: apt-get install openssl");
        return openssl;
    }

    public async Task<(int Code, string Output)> RunAsync(params string[] arguments)
    {
        ProcessStartInfo start = new("openssl") { RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = _folder };
        foreach (string argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }

        using Process process = Process.Start(start)!;
        Task<string> output = process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        Task<string> error = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return (process.ExitCode, await output + await error);
    }

    /// <summary>OpenSSL's signatures are DER; ours are r‖s.</summary>
    public static byte[] ToDer(ReadOnlySpan<byte> signature)
    {
        AsnWriter der = new(AsnEncodingRules.DER);
        using (der.PushSequence())
        {
            der.WriteInteger(new BigInteger(signature[..32], isUnsigned: true, isBigEndian: true));
            der.WriteInteger(new BigInteger(signature[32..], isUnsigned: true, isBigEndian: true));
        }

        return der.Encode();
    }

    /// <summary>The other way round.</summary>
    public static byte[] FromDer(byte[] der)
    {
        AsnReader sequence = new AsnReader(der, AsnEncodingRules.DER).ReadSequence();
        return [.. Number(sequence.ReadInteger()), .. Number(sequence.ReadInteger())];

        static byte[] Number(BigInteger value)
        {
            byte[] bytes = value.ToByteArray(isUnsigned: true, isBigEndian: true);
            return [.. new byte[32 - bytes.Length], .. bytes];
        }
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);
}
