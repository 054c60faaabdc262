// Written from docs/openapi.json by ClientTests (RI_WRITE_DOCS=1).
namespace RandomInspection.Client;

/// <summary>One of the values of <c>InspectorKind</c>.</summary>
public enum InspectorKind
{
    /// <summary><c>officer</c>.</summary>
    Officer = 0,

    /// <summary><c>certifiedStaff</c>.</summary>
    CertifiedStaff = 1,

    /// <summary><c>supervisionStaff</c>.</summary>
    SupervisionStaff = 2,

    /// <summary><c>expert</c>.</summary>
    Expert = 3,
}
