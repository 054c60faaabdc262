namespace RandomInspection.TestKit.Xunit;

/// <summary>Says which implementation a suite proves, so that <see cref="SuiteCompleteness"/> can tell which one has none.</summary>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true, Inherited = false)]
public sealed class ProvesAttribute : Attribute
{
    /// <summary>A suite of an implementation that can be named here.</summary>
    /// <param name="implementation">The type that implements the port.</param>
    public ProvesAttribute(Type implementation)
    {
        ArgumentNullException.ThrowIfNull(implementation);
        Implementation = implementation;
        TypeName = implementation.FullName!;
    }

    /// <summary>A suite of an implementation that is internal to its assembly.</summary>
    /// <param name="typeName">Its full name, for example <c>Vendor.Store.VendorLedger</c>.</param>
    public ProvesAttribute(string typeName)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(typeName);
        TypeName = typeName;
    }

    /// <summary>The type, where it could be named.</summary>
    public Type? Implementation { get; }

    /// <summary>The type's full name.</summary>
    public string TypeName { get; }
}
