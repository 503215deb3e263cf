namespace Burnin.Domain.Nases;

/// <summary>Encrypts what is stored and must not be readable in the database or in a backup of it.</summary>
public interface ISecretSeal
{
    string Seal(string secret);

    string Open(string sealedSecret);
}
