using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using NodaTime;
using NodaTime.Serialization.SystemTextJson;

namespace RandomInspection.Ledger;

/// <summary>Events as they stand in the log: a name for each type and JSON whose members are in the order of the type.</summary>
/// <remarks>
/// The same event always gives the same bytes: invariant numbers, no insignificant white space, characters outside ASCII as
/// themselves. A name once used keeps its meaning for ever. The table is given by those who know the types; see <c>DomainEvents</c>.
/// </remarks>
public sealed class EventCodec
{
    private readonly JsonSerializerOptions _options;
    private readonly ImmutableDictionary<string, Type> _types;
    private readonly ImmutableDictionary<Type, string> _names;

    /// <summary>A codec for these types, which are looked at while it runs: not for programs that are trimmed or compiled ahead.</summary>
    /// <param name="types">Each type with its name, for example <c>plan.approved</c>.</param>
    /// <exception cref="ArgumentException">A name or a type stands twice.</exception>
    [RequiresUnreferencedCode("The types of events are looked at while it runs; give their metadata instead.")]
    [RequiresDynamicCode("The types of events are looked at while it runs; give their metadata instead.")]
    public EventCodec(IReadOnlyDictionary<string, Type> types)
        : this(
            types,
            new DefaultJsonTypeInfoResolver(),
            [new JsonStringEnumConverter(JsonNamingPolicy.CamelCase, allowIntegerValues: false), .. new JsonSerializerOptions().ConfigureForNodaTime(DateTimeZoneProviders.Tzdb).Converters])
    {
    }

    /// <summary>A codec for these types.</summary>
    /// <param name="types">Each type with its name, for example <c>plan.approved</c>.</param>
    /// <param name="metadata">What is known of the types, such as a <see cref="JsonSerializerContext"/> with each of them.</param>
    /// <param name="converters">How their enumerations are written, each as a word, and values besides days and moments that are no objects.</param>
    /// <exception cref="ArgumentException">A name or a type stands twice.</exception>
    public EventCodec(IReadOnlyDictionary<string, Type> types, IJsonTypeInfoResolver metadata, IEnumerable<JsonConverter> converters)
    {
        ArgumentNullException.ThrowIfNull(metadata);
        ArgumentNullException.ThrowIfNull(converters);
        _types = types.ToImmutableDictionary(StringComparer.Ordinal);
        _names = types.ToImmutableDictionary(t => t.Value, t => t.Key);
        _options = new JsonSerializerOptions(JsonSerializerDefaults.Strict)
        {
            PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
            Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
            DefaultIgnoreCondition = JsonIgnoreCondition.Never,
            TypeInfoResolver = metadata,
        };
        foreach (JsonConverter converter in converters.Concat(IsoTimes.Converters))
        {
            _options.Converters.Add(converter);
        }

        _options.MakeReadOnly();
    }

    /// <summary>The names and their types.</summary>
    public IReadOnlyDictionary<string, Type> Types => _types;

    /// <summary>An event as it stands in the log.</summary>
    /// <param name="happened">The event.</param>
    /// <exception cref="ArgumentException">Its type has no name.</exception>
    public EncodedEvent Encode(object happened)
    {
        ArgumentNullException.ThrowIfNull(happened);
        return _names.TryGetValue(happened.GetType(), out string? name)
            ? new EncodedEvent(name, Encoding.UTF8.GetString(CanonicalJson.Verbatim(JsonSerializer.SerializeToUtf8Bytes(happened, _options.GetTypeInfo(happened.GetType())))))
            : throw new ArgumentException($"The event {happened.GetType()} has no name in the log.", nameof(happened));
    }

    /// <summary>The event of an entry.</summary>
    /// <param name="entry">The entry.</param>
    /// <exception cref="InvalidOperationException">Its name is not known, or its data is not that type's.</exception>
    public object Decode(LedgerEntry entry)
    {
        ArgumentNullException.ThrowIfNull(entry);
        return Decode(entry.Type, entry.Data, $"Entry {entry.Sequence}");
    }

    /// <summary>The event that an encoded one stands for.</summary>
    /// <param name="encoded">An event as <see cref="Encode"/> gave it.</param>
    /// <exception cref="InvalidOperationException">Its name is not known, or its data is not that type's.</exception>
    public object Decode(EncodedEvent encoded)
    {
        ArgumentNullException.ThrowIfNull(encoded);
        return Decode(encoded.Type, encoded.Data, "An event about to be written");
    }

    private object Decode(string name, string data, string what)
    {
        if (!_types.TryGetValue(name, out Type? type))
        {
            throw new InvalidOperationException($"{what} is of the unknown type \"{name}\": it was written by a newer version.");
        }

        try
        {
            return JsonSerializer.Deserialize(data, _options.GetTypeInfo(type))!;
        }
        catch (JsonException e)
        {
            throw new InvalidOperationException($"{what} ({name}) does not read: {e.Message}", e);
        }
    }
}
