using System.Buffers;
using System.Text.Json;
using System.Text.Unicode;

namespace RandomInspection.Drawing;

/// <summary>Reads documents whose bytes are hashed: nothing unknown, nothing twice, nothing missing, no number written otherwise.</summary>
/// <remarks>Source: random-inspection-draw/1 §2.</remarks>
internal sealed class StrictJson
{
    private static readonly SearchValues<char> Digits = SearchValues.Create("0123456789");
    private static readonly SearchValues<char> LowerHex = SearchValues.Create("0123456789abcdef");

    private readonly string _document;
    private readonly string _path;
    private readonly JsonElement _element;

    private StrictJson(string document, string path, JsonElement element)
    {
        _document = document;
        _path = path;
        _element = element;
    }

    /// <summary>The object that a document is.</summary>
    /// <param name="document">What the document is called in a refusal, for example <c>design</c>.</param>
    /// <exception cref="InputRefusedException">It is not UTF-8 JSON without BOM (RI1201), or not an object (RI1204).</exception>
    public static StrictJson Parse(string document, ReadOnlySpan<byte> utf8)
    {
        if (!Utf8.IsValid(utf8))
        {
            throw DrawingRefusals.NotJson.Refuse(("document", document), ("detail", "not valid UTF-8"));
        }

        try
        {
            using JsonDocument json = JsonDocument.Parse(utf8.ToArray(), new JsonDocumentOptions { AllowDuplicateProperties = false });
            return new StrictJson(document, "", json.RootElement.Clone()).AsObject();
        }
        catch (JsonException e)
        {
            throw DrawingRefusals.NotJson.Refuse(("document", document), ("detail", e.Message));
        }
    }

    /// <summary>Checks the names of the members, all of which are required.</summary>
    public void Members(ReadOnlySpan<string> required) => Members(required, default);

    /// <summary>Checks the names of the members.</summary>
    public void Members(ReadOnlySpan<string> required, ReadOnlySpan<string> optional)
    {
        if (Fault(required, optional) is { } fault)
        {
            throw fault;
        }
    }

    /// <summary>The first member that is not known, else the first that is missing; <see langword="null"/> if there is neither.</summary>
    public InputRefusedException? Fault(ReadOnlySpan<string> required, ReadOnlySpan<string> optional)
    {
        foreach (JsonProperty member in _element.EnumerateObject())
        {
            if (!required.Contains(member.Name) && !optional.Contains(member.Name))
            {
                return DrawingRefusals.UnknownMember.Refuse(("document", _document), ("member", At(member.Name)));
            }
        }

        foreach (string name in required)
        {
            if (!_element.TryGetProperty(name, out _))
            {
                return DrawingRefusals.MissingMember.Refuse(("document", _document), ("member", At(name)));
            }
        }

        return null;
    }

    /// <summary>Checks that the members are these, all of them and in this order.</summary>
    public void MembersInOrder(params ReadOnlySpan<string> names)
    {
        Members(names);
        int place = 0;
        foreach (JsonProperty member in _element.EnumerateObject())
        {
            if (member.Name != names[place++])
            {
                string order = string.Join(", ", names!);
                throw Malformed($"成员次序须为 {order}", $"its members stand in the order {order}");
            }
        }
    }

    /// <summary>Checks the form of a document whose bytes we lay down: no white space but one LF at the end, characters outside ASCII not escaped.</summary>
    /// <param name="document">What the document is called in a refusal.</param>
    /// <param name="utf8">Valid JSON.</param>
    /// <exception cref="InputRefusedException">It has another form (RI1201).</exception>
    public static void RequireCompact(string document, ReadOnlySpan<byte> utf8)
    {
        bool inText = false;
        ReadOnlySpan<byte> rest = utf8.EndsWith("\n"u8) ? utf8[..^1] : throw Refused("no LF at the end");
        for (; !rest.IsEmpty; rest = rest[1..])
        {
            if (rest[0] == '"')
            {
                inText = !inText;
            }
            else if (!inText && rest[0] is (byte)' ' or (byte)'\t' or (byte)'\r' or (byte)'\n')
            {
                throw Refused("white space between values");
            }
            else if (rest[0] == '\\')
            {
                if (rest[1] == 'u' && !(rest[2..4].SequenceEqual("00"u8) && rest[4] < '8'))
                {
                    throw Refused("an escaped character outside ASCII");
                }

                rest = rest[1..];
            }
        }

        InputRefusedException Refused(string detail) => DrawingRefusals.NotJson.Refuse(("document", document), ("detail", detail));
    }

    public bool Has(string member) => _element.TryGetProperty(member, out _);

    public bool IsNull(string member) => Member(member)._element.ValueKind == JsonValueKind.Null;

    /// <summary>Whether this value is a text.</summary>
    public bool IsText => _element.ValueKind == JsonValueKind.String;

    public StrictJson Object(string member) => Member(member).AsObject();

    public StrictJson AsObject() => Require(JsonValueKind.Object, "须为对象", "an object is needed");

    public IEnumerable<(string Name, StrictJson Value)> Entries()
    {
        foreach (JsonProperty entry in _element.EnumerateObject())
        {
            yield return (entry.Name, new StrictJson(_document, At(entry.Name), entry.Value));
        }
    }

    public IEnumerable<StrictJson> Array(string member)
    {
        StrictJson array = Member(member).Require(JsonValueKind.Array, "须为数组", "an array is needed");
        int index = 0;
        foreach (JsonElement item in array._element.EnumerateArray())
        {
            yield return new StrictJson(_document, $"{array._path}[{index++}]", item);
        }
    }

    public string Text(string member) => Member(member).Text();

    public string Text()
    {
        Require(JsonValueKind.String, "须为字符串", "a string is needed");
        try
        {
            return _element.GetString()!;
        }
        catch (InvalidOperationException)
        {
            throw Malformed("含有不成对的代理字符", "it has an unpaired surrogate");
        }
    }

    /// <summary>A text of one character at least.</summary>
    public string Some(string member) => Member(member).Some();

    /// <summary>A text of one character at least.</summary>
    public string Some()
    {
        string text = Text();
        return text.Length > 0 ? text : throw Malformed("不得为空", "it must not be empty");
    }

    /// <summary>A text that is one of several.</summary>
    public string OneOf(string member, params ReadOnlySpan<string> values)
    {
        string text = Text(member);
        string choices = string.Join(", ", values!);
        return values.Contains(text) ? text : throw Member(member).Malformed($"须为以下之一：{choices}", $"one of {choices}");
    }

    /// <summary>64 lower-case hex characters.</summary>
    public Digest Digest(string member) => Drawing.Digest.Parse(Hex(member, 64));

    /// <summary>So many lower-case hex characters.</summary>
    public string Hex(string member, int length)
    {
        string text = Text(member);
        return text.Length == length && text.AsSpan().IndexOfAnyExcept(LowerHex) < 0
            ? text
            : throw Member(member).Malformed($"须为 {length} 位小写十六进制字符", $"{length} lower-case hex characters");
    }

    /// <summary>1 to 64 visible ASCII characters except a colon.</summary>
    public string Name(string member)
    {
        string text = Text(member);
        return text.Length is >= 1 and <= 64 && text.AsSpan().IndexOfAnyExceptInRange('!', '~') < 0 && !text.Contains(':', StringComparison.Ordinal)
            ? text
            : throw Member(member).Malformed("须为 1 至 64 个可见 ASCII 字符，不含冒号", "1 to 64 visible ASCII characters, no colon");
    }

    public long Integer(string member, long least, long most) => Member(member).Integer(least, most);

    /// <summary>A whole number written <c>0|[1-9][0-9]*</c>.</summary>
    public long Integer(long least, long most)
    {
        string raw = _element.GetRawText();
        return _element.ValueKind == JsonValueKind.Number && raw.AsSpan().IndexOfAnyExcept(Digits) < 0
            && _element.TryGetInt64(out long value) && value >= least && value <= most
            ? value
            : throw Malformed($"须为 {least} 至 {most} 的整数，写作 0 或不以 0 开头的数字", $"a whole number from {least} to {most}, written 0 or [1-9][0-9]*");
    }

    /// <summary>A decimal string of a whole number, as large as 64 bits hold.</summary>
    public long IntegerText(string member)
    {
        string text = Text(member);
        return text.Length > 0 && text.AsSpan().IndexOfAnyExcept(Digits) < 0 && (text.Length == 1 || text[0] != '0')
            && long.TryParse(text, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out long value)
            ? value
            : throw Member(member).Malformed("须为整数的十进制字符串", "a whole number as a decimal string");
    }

    public bool Boolean(string member)
    {
        StrictJson value = Member(member);
        return value._element.ValueKind is JsonValueKind.True or JsonValueKind.False
            ? value._element.GetBoolean()
            : throw value.Malformed("须为 true 或 false", "true or false");
    }

    /// <summary>A rate in nanos: <c>0(\.[0-9]{1,9})?|1(\.0{1,9})?</c> in a string.</summary>
    public int RateNano() =>
        RateText.TryParse(Text(), out int nano) ? nano : throw Malformed("须为 0 至 1 的小数字符串，至多 9 位小数", "a string from 0 to 1 with at most 9 decimals");

    public InputRefusedException Malformed(string chinese, string english) =>
        DrawingRefusals.MalformedMember.Refuse(
            ("document", _document), ("member", _path), ("value", Shortened()), ("expectedZh", chinese), ("expectedEn", english));

    public StrictJson Member(string name) => new(_document, At(name), _element.GetProperty(name));

    private string Shortened()
    {
        string raw = _element.GetRawText();
        return raw.Length <= 80 ? raw : raw[..80] + "…";
    }

    private string At(string member) => _path.Length == 0 ? member : $"{_path}.{member}";

    private StrictJson Require(JsonValueKind kind, string chinese, string english) =>
        _element.ValueKind == kind ? this : throw Malformed(chinese, english);
}
