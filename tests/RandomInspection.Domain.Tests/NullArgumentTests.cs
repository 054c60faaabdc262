using System.Collections;
using System.Reflection;
using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using RandomInspection.Drawing;

namespace RandomInspection.Tests;

/// <summary>What is needed and not given is refused by its name, before anything else is looked at.</summary>
public sealed class NullArgumentTests
{
    private const BindingFlags Declared = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;
    private static readonly CSharpParseOptions Newest = new(LanguageVersion.Preview);
    private static readonly string Source = Path.Combine(RepositoryFiles.Root, "src", "RandomInspection.Domain");

    /// <summary>Where a guard is met only with more than stand-ins, in a generic member, or beside a span: other tests ask there.</summary>
    private static readonly Dictionary<string, string> Elsewhere = new(StringComparer.Ordinal)
    {
        ["Disclosure.CatalogueConsequence"] = "commit 0 of 1",
        ["Disclosure.DisclosureConsequence"] = "commit 0 of 1",
        ["Disclosure.DisclosureEvent"] = "calendar 0 of 1, rules 0 of 1",
        ["Disclosure.EmbargoConsequence"] = "commit 0 of 1",
        ["Disclosure.PublicationConsequence"] = "commit 0 of 1",
        ["Drawing.Contribution"] = "contribution 0 of 1, contributions 0 of 1, opening 0 of 3",
        ["Drawing.DocumentSigner"] = "document 0 of 1",
        ["Drawing.PartySignature"] = "key 0 of 1, signature 0 of 1",
        ["Drawing.RecordVerifier"] = "frames 0 of 1, keys 0 of 1",
        ["Drawing.Scale.PartitionRule"] = "from 0 of 1, other 0 of 1",
        ["Drawing.SecretContributor"] = "hashes 0 of 1, signer 0 of 1",
        ["Exchange.ExchangePayload"] = "message 0 of 1",
        ["Exchange.WebhookSignature"] = "secret 0 of 1, signer 0 of 1",
        ["Ledger.LedgerStreams"] = "codec 0 of 2, ledger 0 of 2",
        ["Ledger.MerkleTree"] = "path 0 of 2",
        ["Ledger.PersonalErasures"] = "basis 0 of 1, commitments 0 of 1",
        ["Ledger.ViewsExtensions"] = "specification 0 of 1, views 0 of 1",
        ["Ledger.Witness"] = "grown 0 of 1, signer 0 of 1",
        ["Matching.MatchResultDocument"] = "problem 0 of 1",
        ["Planning.DirectoryOfDraws"] = "criteria 2 of 3, text 0 of 1",
        ["Planning.OpenViews"] = "key 0 of 1, specification 0 of 1",
        ["RandomInspectionServices"] = "rules 0 of 1",
        ["Storage.InMemoryViews"] = "key 0 of 1, specification 0 of 2",
        ["Supervision.Ratio"] = "all 0 of 1",
    };

    /// <summary>A row a type; where only some folders are asked about, theirs.</summary>
    public static TheoryData<string> Types => new(typeof(DrawEngine).Assembly.GetTypes()
        .Where(type => !type.IsNested && !type.IsInterface && !type.ContainsGenericParameters && !type.IsEnum && !type.Name.Contains('<', StringComparison.Ordinal) && type.Namespace?.StartsWith("RandomInspection", StringComparison.Ordinal) == true)
        .Select(type => type.FullName!["RandomInspection.".Length..])
        .Where(name => Environment.GetEnvironmentVariable("RI_ONLY_FOLDERS") is not { Length: > 0 } folders || folders.Split(' ').Any(folder => name.StartsWith($"{folder}.", StringComparison.Ordinal)))
        .Order(StringComparer.Ordinal));

    [Theory(SkipTestWithoutData = true)]
    [MemberData(nameof(Types))]
    public async Task Type_NothingForAnArgumentThatIsNeeded_RefusedByName(string name)
    {
        Type type = typeof(DrawEngine).Assembly.GetType($"RandomInspection.{name}")!;
        string folder = Path.Combine(Source, Path.Combine(type.Namespace!.Split('.')[1..]));
        (string Member, string Name)[] needed = !Directory.Exists(folder) ? [] :
        [
            .. Directory.GetFiles(folder, $"{type.Name}.cs").Concat(Directory.GetFiles(folder, $"{type.Name}.*.cs")).Distinct()
                .SelectMany(file => CSharpSyntaxTree.ParseText(File.ReadAllText(file), Newest).GetRoot().DescendantNodes().OfType<InvocationExpressionSyntax>())
                .Where(call => call.Expression.ToString() == "ArgumentNullException.ThrowIfNull" && call.ArgumentList.Arguments[0].Expression is IdentifierNameSyntax)
                .Select(call => (MemberOf(call), call.ArgumentList.Arguments[0].ToString())),
        ];
        List<string> refused = [];
        foreach (MethodBase member in type.GetConstructors(Declared).Cast<MethodBase>().Concat(type.GetMethods(Declared)).Where(member => !member.ContainsGenericParameters && !member.IsAbstract))
        {
            foreach (ParameterInfo parameter in member.GetParameters().Where(p => (needed.Contains((SaidOf(member), p.Name!)) || needed.Contains(("", p.Name!))) && !p.ParameterType.IsValueType && !p.ParameterType.IsByRef))
            {
                if (await RefusedAsync(type, member, parameter) == parameter.Name)
                {
                    refused.Add(parameter.Name!);
                }
            }
        }

        Assert.Equal(
            Elsewhere.GetValueOrDefault(name, ""),
            string.Join(", ", from guard in needed.GroupBy(n => n.Name)
                              let times = refused.Count(r => r == guard.Key)
                              where times < guard.Count()
                              orderby guard.Key
                              select $"{guard.Key} {times} of {guard.Count()}"));
    }

    /// <summary>The member that a guard stands in, by its name and those of its parameters; nothing where it stands in a property.</summary>
    private static string MemberOf(SyntaxNode guard) => guard.FirstAncestorOrSelf<BaseMethodDeclarationSyntax>() switch
    {
        MethodDeclarationSyntax method => SaidOf(method.Identifier.ValueText, method),
        ConstructorDeclarationSyntax constructor => SaidOf(".ctor", constructor),
        { } other => SaidOf("op", other),
        null => "",
    };

    private static string SaidOf(string name, BaseMethodDeclarationSyntax member) => $"{name} {string.Join(' ', member.ParameterList.Parameters.Select(p => p.Identifier.ValueText))}";

    private static string SaidOf(MethodBase member) =>
        $"{(member.Name.StartsWith("op_", StringComparison.Ordinal) ? "op" : member.Name)} {string.Join(' ', member.GetParameters().Select(p => p.Name))}";

    private static async Task<string?> RefusedAsync(Type type, MethodBase member, ParameterInfo nothing)
    {
        object?[] arguments = [.. member.GetParameters().Select(p => p.Position == nothing.Position ? null : Something(p.ParameterType))];
        try
        {
            object? result = member is ConstructorInfo made ? made.Invoke(arguments) : member.Invoke(member.IsStatic ? null : RuntimeHelpers.GetUninitializedObject(type), arguments);
            switch (result)
            {
                case Task task:
                    await task;
                    break;
                case IEnumerable rows:
                    rows.GetEnumerator().MoveNext();
                    break;
            }
        }
        catch (TargetInvocationException thrown)
        {
            return (thrown.InnerException as ArgumentNullException)?.ParamName;
        }
        catch (ArgumentNullException thrown)
        {
            return thrown.ParamName;
        }
        catch (Exception) // what is no refusal by name counts as none
        {
            return null;
        }

        return null;
    }

    private static object? Something(Type type) =>
        type == typeof(string) ? "x"
        : type.IsArray ? Array.CreateInstance(type.GetElementType()!, 0)
        : type.IsGenericType && type.GetGenericTypeDefinition() == typeof(IEnumerable<>) ? Array.CreateInstance(type.GenericTypeArguments[0], 0)
        : type.IsByRef || type.IsByRefLike || type.IsPointer ? null
        : type.IsInterface ? DispatchProxy.Create(type, typeof(Nobody))
        : typeof(Delegate).IsAssignableFrom(type) ? null
        : type.IsAbstract ? Array.Find(type.Assembly.GetTypes(), t => t.IsSubclassOf(type) && !t.IsAbstract && !t.ContainsGenericParameters) is { } one ? RuntimeHelpers.GetUninitializedObject(one) : null
        : RuntimeHelpers.GetUninitializedObject(Nullable.GetUnderlyingType(type) ?? type);

    /// <summary>Stands in for what the host gives, and answers nothing.</summary>
    public class Nobody : DispatchProxy
    {
        /// <inheritdoc />
        protected override object? Invoke(MethodInfo? targetMethod, object?[]? args) => throw new NotSupportedException();
    }
}
