using System.Reflection;
using RandomInspection.BouncyCastle;
using RandomInspection.Drawing;
using RandomInspection.Ledger;

namespace RandomInspection.Tests.Conventions;

/// <summary>What is public is sealed, static or closed; files stay short.</summary>
public sealed class ShapeTests
{
    private static readonly Assembly[] Assemblies = [typeof(Refusal).Assembly, typeof(DrawEngine).Assembly, typeof(Sm3).Assembly];

    /// <summary>Open on purpose: a host's own named query derives its parts from it.</summary>
    private static readonly Type[] Open = [typeof(Specification<>)];

    [Fact]
    public void PublicClasses_Reflected_SealedStaticOrClosed() => Assert.Equal(
        Open,
        Assemblies.SelectMany(a => a.GetExportedTypes()).Where(t => t.IsClass && !t.IsSealed && !IsClosed(t)));

    [Fact]
    public void PublicTypes_Names_SayWhatTheyAre()
    {
        string[] empty = ["Manager", "Helper", "Util", "Utils", "Impl", "Info", "Data"];
        Assert.DoesNotContain(
            Assemblies.SelectMany(a => a.GetExportedTypes()).Select(t => t.Name.Split('`')[0]), name => empty.Any(end => name.EndsWith(end, StringComparison.Ordinal)));
    }

    [Fact]
    public void PublicProperties_Reflected_NobodyElseSetsThem() => Assert.Empty(
        from type in Assemblies.SelectMany(a => a.GetExportedTypes())
        from property in type.GetProperties(BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly)
        where property.SetMethod is { IsPublic: true } set && !set.ReturnParameter.GetRequiredCustomModifiers().Contains(typeof(System.Runtime.CompilerServices.IsExternalInit))
        select $"{type.Name}.{property.Name}");

    [Fact]
    public void IsClosed_OpenAndClosedOnes_ToldApart()
    {
        Assert.True(IsClosed(typeof(DrawDesign)));
        Assert.True(IsClosed(typeof(CeremonyEvent)));
        Assert.True(IsClosed(typeof(RefusalException)));
        Assert.False(IsClosed(typeof(TextWriter)));
        Assert.False(IsClosed(typeof(Exception)));
    }

    [Fact]
    public void Files_Sources_FourHundredLinesAtMost() =>
        Assert.DoesNotContain(SourceFile.Of().Select(f => (f.Path, Lines: f.Text.Count(c => c == '\n'))), f => f.Lines > 400);

    /// <summary>Abstract, and whoever is outside the assembly cannot derive from it.</summary>
    private static bool IsClosed(Type type) =>
        type.IsAbstract && type.GetConstructors(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic)
            .All(c => c.IsPrivate || c.IsAssembly || c.IsFamilyAndAssembly || (c.GetParameters() is [{ ParameterType: var only }] && only == type));
}
