namespace ColoGen.TestInfrastructure;

/// <summary>libvirt refused something; the message is libvirt's own text.</summary>
public sealed class LibvirtException(string message) : Exception(message);
