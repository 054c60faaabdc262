using System.Globalization;
using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace RandomInspection.HostLoad;

/// <summary>A demo inspector who enters results by the pages' own forms.</summary>
internal sealed partial class Officer : IDisposable
{
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

    /// <summary>Whose session it is, for every connection.</summary>
    public string Cookies => _cookies.GetCookieHeader(_address);

    public static async Task<Officer> SignInAsync(Uri address, string person)
    {
        Officer officer = new(address);
        officer._token = Token(await officer._client.GetStringAsync("/account/signin"));
        using HttpResponseMessage answer = await officer.SendAsync("/account/signin", "sign-in", ("Person", person));
        if (answer.StatusCode != HttpStatusCode.Found)
        {
            throw new InvalidOperationException($"{person} is not signed in: {answer.StatusCode}.");
        }

        officer._token = Token(await officer._client.GetStringAsync("/visits"));
        return officer;
    }

    /// <summary>Begins every visit that can be begun.</summary>
    /// <returns>Those that are underway, with their items.</returns>
    public async Task<string[]> ArriveAsync()
    {
        List<string> underway = [];
        foreach (string visit in Visits().Matches(await _client.GetStringAsync("/visits")).Select(match => match.Groups[1].Value).Distinct())
        {
            using HttpResponseMessage arrived = await SendAsync($"/visits/{visit}", "arrive");
            if (Item().Match(await _client.GetStringAsync($"/visits/{visit}")) is { Success: true } item)
            {
                underway.Add($"{visit} {item.Groups[1].Value}");
            }
        }

        return underway.Count > 0 ? [.. underway] : throw new InvalidOperationException("No visit is underway.");
    }

    /// <summary>A form with a result that was not there before.</summary>
    public HttpRequestMessage Result(string visit, int number)
    {
        string[] parts = visit.Split(' ');
        return Form($"/visits/{parts[0]}", "results", ($"Input.Results[{parts[1]}]", "OrderedToCorrect"), ($"Input.Notes[{parts[1]}]", string.Create(CultureInfo.InvariantCulture, $"标签不全，第 {number} 次")));
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

    private async Task<HttpResponseMessage> SendAsync(string path, string form, params (string Name, string Value)[] fields)
    {
        using HttpRequestMessage request = Form(path, form, fields);
        return await _client.SendAsync(request);
    }

    private HttpRequestMessage Form(string path, string form, params (string Name, string Value)[] fields) => new(HttpMethod.Post, path)
    {
        Content = new FormUrlEncodedContent(
            [new("_handler", form), new("__RequestVerificationToken", _token), .. fields.Select(field => KeyValuePair.Create(field.Name, field.Value))]),
    };

    private static string Token(string html) => TokenField().Match(html).Groups[1].Value;

    [GeneratedRegex("name=\"__RequestVerificationToken\"[^>]*value=\"([^\"]*)\"")]
    private static partial Regex TokenField();

    [GeneratedRegex("href=\"/visits/([^\"?/]+-V[0-9]+)\"")]
    private static partial Regex Visits();

    [GeneratedRegex("name=\"Input\\.Results\\[([^\\]]+)\\]\"")]
    private static partial Regex Item();

    [GeneratedRegex("href=\"/firms/([0-9A-Z]{18})\"")]
    private static partial Regex Firm();

    [GeneratedRegex("href=\"/results/([^\"?/]+)\"")]
    private static partial Regex Published();
}
