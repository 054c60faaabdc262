using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using NodaTime;
using NodaTime.Serialization.SystemTextJson;

namespace RandomInspection.Client;

/// <summary>Sends requests and reads answers.</summary>
/// <param name="http">Where the host is, and who asks.</param>
internal sealed class ApiCaller(HttpClient http)
{
    /// <summary>JSON as the host writes it.</summary>
    public static JsonSerializerOptions Json { get; } = Create();

    public async Task<Answer<T>> SendAsync<T>(HttpMethod method, string path, object? body, string? key, string? tag, CancellationToken cancellation)
    {
        using HttpResponseMessage answer = await AnswerAsync(method, path, body, key, tag, cancellation).ConfigureAwait(false);
        byte[] content = await answer.Content.ReadAsByteArrayAsync(cancellation).ConfigureAwait(false);
        T value = typeof(T) == typeof(byte[]) ? (T)(object)content
            : typeof(T) == typeof(string) ? (T)(object)Encoding.UTF8.GetString(content)
            : JsonSerializer.Deserialize<T>(content, Json)!;
        return new Answer<T>(value, answer.Headers.ETag?.ToString(), answer.Headers.Contains("Idempotency-Replayed")) { Content = content };
    }

    /// <summary>A path with a query, without what is not asked for.</summary>
    public static string Query(string path, params ReadOnlySpan<(string Name, object? Value)> asked)
    {
        List<string> parts = [];
        foreach ((string name, object? value) in asked)
        {
            if (value is not null)
            {
                parts.Add($"{name}={Uri.EscapeDataString(Text(value))}");
            }
        }

        return parts.Count == 0 ? path : $"{path}?{string.Join('&', parts)}";
    }

    /// <summary>A value in a path.</summary>
    public static string Segment(object value) => Uri.EscapeDataString(Text(value));

    private static string Text(object value) => value switch
    {
        string text => text,
        bool yes => yes ? "true" : "false",
        Enum => JsonNamingPolicy.CamelCase.ConvertName(value.ToString()!),
        IFormattable number => number.ToString(null, System.Globalization.CultureInfo.InvariantCulture),
        _ => value.ToString() ?? "",
    };

    private async Task<HttpResponseMessage> AnswerAsync(HttpMethod method, string path, object? body, string? key, string? tag, CancellationToken cancellation)
    {
        using HttpRequestMessage request = new(method, path);
        request.Content = body switch
        {
            null => null,
            Stream file => new StreamContent(file) { Headers = { ContentType = new MediaTypeHeaderValue("application/octet-stream") } },
            _ => JsonContent.Create(body, body.GetType(), options: Json),
        };
        if (key is not null)
        {
            request.Headers.Add("Idempotency-Key", key);
        }

        if (tag is not null)
        {
            request.Headers.TryAddWithoutValidation("If-Match", tag);
        }

        HttpResponseMessage answer = await http.SendAsync(request, cancellation).ConfigureAwait(false);
        if (answer.IsSuccessStatusCode)
        {
            return answer;
        }

        using (answer)
        {
            ApiProblem? problem = answer.Content.Headers.ContentType?.MediaType == "application/problem+json"
                ? await answer.Content.ReadFromJsonAsync<ApiProblem>(Json, cancellation).ConfigureAwait(false)
                : null;
            throw new RefusedException(answer.StatusCode, problem);
        }
    }

    private static JsonSerializerOptions Create()
    {
        JsonSerializerOptions options = new(JsonSerializerDefaults.Web)
        {
            DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
            Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        };
        options.ConfigureForNodaTime(DateTimeZoneProviders.Tzdb);
        options.Converters.Add(new JsonStringEnumConverter(JsonNamingPolicy.CamelCase));
        return options;
    }
}
