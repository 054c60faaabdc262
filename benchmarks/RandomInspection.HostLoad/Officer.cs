using System.Net;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace RandomInspection.HostLoad;

/// <summary>A demo inspector who begins visits, so that results can be entered.</summary>
internal sealed partial class Officer : IDisposable
{
    private const string Api = "/api/v1/visits";

    private readonly HttpClient _client;
    private readonly CookieContainer _cookies;
    private readonly Uri _address;
    private string _token = "";

    private Officer(Uri address)
    {
        _address = address;
        _cookies = new CookieContainer();
        _client = new(new SocketsHttpHandler { AllowAutoRedirect = false, CookieContainer = _cookies }) { BaseAddress = address };
    }

    /// <summary>The people who can sign in.</summary>
    public static async Task<string[]> EverybodyAsync(Uri address)
    {
        using HttpClient anybody = new() { BaseAddress = address };
        return [.. Person().Matches(await anybody.GetStringAsync("/account/signin")).Select(match => match.Groups[1].Value)];
    }

    /// <summary>Signs somebody in; <see langword="null"/> where they inspect nothing.</summary>
    public static async Task<Officer?> SignInAsync(Uri address, string person)
    {
        Officer officer = new(address);
        officer._token = Token(await officer._client.GetStringAsync("/account/signin"));
        using FormUrlEncodedContent form = new([new("_handler", "sign-in"), new("__RequestVerificationToken", officer._token), new("Person", person)]);
        using HttpResponseMessage answer = await officer._client.PostAsync("/account/signin", form);
        using HttpResponseMessage mine = await officer._client.GetAsync("/visits");
        if (answer.StatusCode == HttpStatusCode.Found && mine.IsSuccessStatusCode)
        {
            officer._token = Token(await mine.Content.ReadAsStringAsync());
            return officer;
        }

        officer.Dispose();
        return null;
    }

    /// <summary>Begins every visit that can be begun.</summary>
    /// <returns>Those that are underway.</returns>
    public async Task<List<Underway>> ArriveAsync()
    {
        List<Underway> underway = [];
        using JsonDocument? mine = await ReadAsync($"{Api}/mine?limit=100");
        foreach (JsonElement row in mine?.RootElement.GetProperty("items").EnumerateArray() ?? default)
        {
            string visit = row.GetProperty("id").GetString()!;
            string status = row.GetProperty("status").GetString()!;
            if (status is not ("planned" or "underway") || (status == "planned" && !await TryArriveAsync(visit)))
            {
                continue;
            }

            using JsonDocument? found = await ReadAsync($"{Api}/{visit}");
            if (found is not null)
            {
                underway.Add(new Underway(visit, found.RootElement.GetProperty("items")[0].GetString()!, _cookies.GetCookieHeader(_address), _token));
            }
        }

        return underway;
    }

    /// <summary>A visit whose result is published, and the subject's credit code, by which its record is found.</summary>
    public static async Task<(string Visit, string Code)> FirstResultAsync(Uri address)
    {
        using HttpClient anybody = new() { BaseAddress = address };
        string visit = Published().Match(await anybody.GetStringAsync("/results")).Groups[1].Value;
        string code = Firm().Match(await anybody.GetStringAsync($"/results/{visit}")).Groups[1].Value;
        using JsonDocument record = JsonDocument.Parse(await anybody.GetStringAsync($"/results.json?q={code}"));
        return record.RootElement.GetProperty("total").GetInt32() > 0 ? (visit, code) : throw new JsonException($"No result of {code} is published.");
    }

    public void Dispose() => _client.Dispose();

    private async Task<bool> TryArriveAsync(string visit)
    {
        using HttpRequestMessage request = new(HttpMethod.Post, $"{Api}/{visit}/arrive") { Content = new StringContent("{}", Encoding.UTF8, "application/json") };
        request.Headers.Add("Idempotency-Key", Guid.NewGuid().ToString("N"));
        request.Headers.TryAddWithoutValidation("If-Match", "*");
        using HttpResponseMessage answer = await _client.SendAsync(request);
        return answer.IsSuccessStatusCode;
    }

    private async Task<JsonDocument?> ReadAsync(string path)
    {
        using HttpResponseMessage answer = await _client.GetAsync(path);
        return answer.IsSuccessStatusCode ? await JsonDocument.ParseAsync(await answer.Content.ReadAsStreamAsync()) : null;
    }

    private static string Token(string html) => TokenField().Match(html).Groups[1].Value;

    [GeneratedRegex("name=\"Person\" value=\"([^\"]+)\"")]
    private static partial Regex Person();

    [GeneratedRegex("name=\"__RequestVerificationToken\"[^>]*value=\"([^\"]*)\"")]
    private static partial Regex TokenField();

    [GeneratedRegex("href=\"/firms/([0-9A-Z]{18})\"")]
    private static partial Regex Firm();

    [GeneratedRegex("href=\"/results/([^\"?/]+)\"")]
    private static partial Regex Published();
}
