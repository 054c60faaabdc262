using System.Text.Json;
using Microsoft.AspNetCore.Http;

namespace RandomInspection.Web.Api;

/// <summary>Refuses what binds and is still no answer to what was asked: an empty place in a list, a character that no database keeps.</summary>
internal sealed class SoundBody : IEndpointFilter
{
    public ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        TextOf(context);
        return next(context);
    }

    /// <summary>What was sent, as this host writes it.</summary>
    /// <exception cref="InputRefusedException">A list has an empty place, or a text the character U+0000 (RI9054).</exception>
    public static string TextOf(EndpointFilterInvocationContext context) => string.Join('\n', context.Arguments.OfType<IApiBody>().Select(body =>
    {
        JsonElement sent = JsonSerializer.SerializeToElement(body, body.GetType(), ApiJson.Options);
        Require(sent);
        return sent.GetRawText();
    }));

    private static void Require(JsonElement value)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.Object:
                foreach (JsonProperty member in value.EnumerateObject())
                {
                    Require(member.Name.Contains('\0', StringComparison.Ordinal));
                    Require(member.Value);
                }

                break;
            case JsonValueKind.Array:
                foreach (JsonElement item in value.EnumerateArray())
                {
                    Require(item.ValueKind is JsonValueKind.Null);
                    Require(item);
                }

                break;
            case JsonValueKind.String:
                Require(value.GetString()!.Contains('\0', StringComparison.Ordinal));
                break;
            default:
                break;
        }
    }

    private static void Require(bool isWrong)
    {
        if (isWrong)
        {
            throw ApiRefusals.Malformed.Refuse(("where", "$"));
        }
    }
}
