namespace RandomInspection.Orleans.Messages;

/// <summary>A refusal with its texts, so that whoever reads it needs not know its code.</summary>
[GenerateSerializer, Immutable, Alias("ri.refusal")]
internal sealed record RefusalMessage([property: Id(0)] string[] Texts, [property: Id(1)] string[] Names, [property: Id(2)] string[] Values)
{
    public string Code => Texts[0];

    public Refusal Refusal
    {
        get
        {
            RefusalDefinition definition = new(Texts[0], Texts[1], Texts[2], Texts[3], Texts[4], Texts[5].Length == 0 ? null : Texts[5]);
            return definition.With([.. Names.Zip(Values, (name, value) => (name, (object?)value))]);
        }
    }

    public static RefusalMessage Of(Refusal refusal)
    {
        RefusalDefinition d = refusal.Definition;
        return new(
            [d.Code, d.Chinese, d.English, d.ChineseRemedy, d.EnglishRemedy, d.Source ?? ""],
            [.. refusal.Values.Select(value => value.Key)],
            [.. refusal.Values.Select(value => value.Value)]);
    }
}
