using System.Diagnostics;
using System.Net;

namespace RandomInspection.HostLoad;

/// <summary>Eight connections that ask as fast as they are answered.</summary>
internal static class Load
{
    private const int Connections = 8;
    private static int _asked;

    public static async Task<Outcome> RunAsync(Uri address, Func<int, HttpRequestMessage> ask, Officer officer, TimeSpan length)
    {
        using SocketsHttpHandler handler = new() { AllowAutoRedirect = false, UseCookies = false, MaxConnectionsPerServer = Connections };
        using HttpClient client = new(handler) { BaseAddress = address };
        Stopwatch watch = Stopwatch.StartNew();
        List<TimeSpan>[] took = await Task.WhenAll(Enumerable.Range(0, Connections).Select(_ => AskAsync()));
        TimeSpan whole = watch.Elapsed;
        TimeSpan[] all = [.. took.SelectMany(one => one).Order()];
        TimeSpan[] good = [.. all.Where(one => one > TimeSpan.Zero)];
        return good.Length == 0
            ? throw new InvalidOperationException($"Nothing was accepted by {address}.")
            : new Outcome(good.Length / whole.TotalSeconds, good[good.Length / 2], good[good.Length * 99 / 100], all.Length - good.Length);

        // Zero marks what was refused; a form that was accepted leads on.
        async Task<List<TimeSpan>> AskAsync()
        {
            List<TimeSpan> mine = [];
            while (watch.Elapsed < length)
            {
                using HttpRequestMessage request = ask(Interlocked.Increment(ref _asked));
                request.Headers.Add("Cookie", request.Method == HttpMethod.Post ? officer.Cookies : "ri-language=zh");
                long since = Stopwatch.GetTimestamp();
                using HttpResponseMessage answer = await client.SendAsync(request);
                await answer.Content.ReadAsByteArrayAsync();
                mine.Add(answer.StatusCode is HttpStatusCode.OK or HttpStatusCode.Found ? Stopwatch.GetElapsedTime(since) : TimeSpan.Zero);
            }

            return mine;
        }
    }

    /// <summary>What a round gave.</summary>
    internal sealed record Outcome(double PerSecond, TimeSpan Middle, TimeSpan Slow, int Refused);
}
