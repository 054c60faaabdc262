namespace RandomInspection.Tests;

/// <summary>Assertions on refusals: code and values, not only the type.</summary>
internal static class RefusalAssert
{
    public static Refusal Refused(string code, Action action, params ReadOnlySpan<(string Name, string Value)> values)
    {
        Refusal refusal = Assert.Throws<InputRefusedException>(action).Refusal;
        Is(refusal, code, values);
        return refusal;
    }

    public static void Is(Refusal? refusal, string code, params ReadOnlySpan<(string Name, string Value)> values)
    {
        Assert.NotNull(refusal);
        Assert.Equal(code, refusal.Code);
        foreach ((string name, string value) in values)
        {
            Assert.Equal(value, refusal[name]);
        }

        // Every brace of the texts was filled: what is left of braces came in with a value.
        foreach (Language language in Enum.GetValues<Language>())
        {
            string text = refusal.Reason(language) + refusal.Remedy(language);
            Assert.DoesNotMatch("\\{[a-z][A-Za-z]*\\}", text);
        }
    }
}
