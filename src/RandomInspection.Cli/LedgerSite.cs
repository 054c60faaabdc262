using System.Globalization;
using System.Net;
using System.Text;
using RandomInspection.Ledger;

namespace RandomInspection.Cli;

/// <summary>A log's host, as its pages for machines answer.</summary>
internal sealed class LedgerSite : IDisposable
{
    private const int MostBytes = 1 << 20;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly HttpClient _http = new() { Timeout = Patience, MaxResponseContentBufferSize = MostBytes };
    private readonly string _address;

    /// <summary>The host at an address.</summary>
    /// <param name="address">The address of the log's page, for example <c>https://amr.example/ledger</c>.</param>
    /// <exception cref="InputRefusedException">It is none (RI6043).</exception>
    public LedgerSite(string address)
    {
        _address = address.TrimEnd('/');
        if (!Uri.TryCreate(_address, UriKind.Absolute, out Uri? uri) || uri.Scheme is not ("http" or "https"))
        {
            throw WitnessRefusals.Unreachable.Refuse(("url", address), ("detail", "http(s)://…"));
        }
    }

    /// <summary>The newest checkpoint with the proof from a size; if the log is smaller now, the checkpoint without a proof.</summary>
    public GrowthProof Growth(long from)
    {
        (HttpStatusCode status, byte[] proof) = Get(string.Create(CultureInfo.InvariantCulture, $"/growth.txt?from={from}"));
        return status switch
        {
            HttpStatusCode.OK => GrowthProof.Parse(proof),
            HttpStatusCode.NotFound when from > 0 => GrowthProof.Parse([.. "old 0\n\n"u8, .. Require("/checkpoint.txt", Get("/checkpoint.txt"))]),
            _ => throw Failed("/growth.txt", status, proof),
        };
    }

    /// <summary>Hands a cosigned checkpoint in.</summary>
    public void Send(SignedNote note)
    {
        using ByteArrayContent body = new(note.ToBytes());
        body.Headers.ContentType = new("text/plain") { CharSet = "utf-8" };
        Require("/cosignatures", Answer(new HttpRequestMessage(HttpMethod.Post, _address + "/cosignatures") { Content = body }));
    }

    public void Dispose() => _http.Dispose();

    private (HttpStatusCode Status, byte[] Body) Get(string path) => Answer(new HttpRequestMessage(HttpMethod.Get, _address + path));

    private (HttpStatusCode Status, byte[] Body) Answer(HttpRequestMessage request)
    {
        using (request)
        {
            try
            {
                using HttpResponseMessage answer = _http.Send(request);
                using Stream body = answer.Content.ReadAsStream();
                using MemoryStream bytes = new();
                body.CopyTo(bytes);
                return (answer.StatusCode, bytes.ToArray());
            }
            catch (Exception e) when (e is HttpRequestException or TaskCanceledException or IOException)
            {
                throw WitnessRefusals.Unreachable.Refuse(("url", request.RequestUri), ("detail", e.Message));
            }
        }
    }

    private byte[] Require(string path, (HttpStatusCode Status, byte[] Body) answer) =>
        answer.Status == HttpStatusCode.OK ? answer.Body : throw Failed(path, answer.Status, answer.Body);

    private InputRefusedException Failed(string path, HttpStatusCode status, byte[] body)
    {
        string said = Encoding.UTF8.GetString(body.AsSpan(0, Math.Min(body.Length, 300))).Split('\n')[0];
        return WitnessRefusals.Unreachable.Refuse(("url", _address + path), ("detail", $"{(int)status} {(said.StartsWith("RI", StringComparison.Ordinal) ? said : "")}".TrimEnd()));
    }
}
